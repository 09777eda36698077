"""Statistics of delegations along one axis, each with the same period of the year before."""

from models.reports.compared.axes import COMPARED
from models.reports.compared.making import compared

__all__ = ["COMPARED", "compared"]
