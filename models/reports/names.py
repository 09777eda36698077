"""Names of reports that mean something elsewhere."""

ANNUAL = "annual"
MECHANISM = "mechanism"  # asked for by its session, never by a period alone
STATISTICS = "statistics-"  # how the names begin of the reports that count delegations and persons
