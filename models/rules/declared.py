"""Every rule about time that the office goes by, in the order of Settings and of the start page."""

from models.rules.casework import ACTIONS, AGREEMENTS, DELEGATIONS
from models.rules.cooperation import AID, CONFERENCES, OF_THE_OFFICE, SESSIONS
from models.rules.rule import Rule

RULES: dict[str, Rule] = {
    rule.key: rule for rule in (*ACTIONS, *DELEGATIONS, *AGREEMENTS, *SESSIONS, *CONFERENCES, *AID, *OF_THE_OFFICE)
}
