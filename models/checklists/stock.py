"""The checklists that the program brings: the usual course of work, for the office to change."""

from models.checklists.template import Item, Template
from models.text import mark

_TO_POLICE = mark("Send the programme and the list of participants to the police and the border guard command")

STOCK: tuple[Template, ...] = (
    Template(
        "inbound_province",
        "inbound",
        mark("Inbound delegation, province level"),
        (
            Item(mark("Submit the plan of reception to the People's Committee"), "starts", -15),
            Item(
                mark("Send programme and member list to the foreign affairs office, police and border guard"),
                "starts",
                -7,
                True,
                "host_units",
            ),
            Item(mark("Notify the units that take part in the reception"), "starts", -5, True),
            Item(mark("Arrange the interpreter, prepare the content for the leader who receives"), "starts", -5, True),
            Item(mark("Prepare protocol: gate, vehicles, lodging, meals, gifts"), "starts", -3, True, "host_units"),
            Item(mark("Publish the news of the visit"), "ends", 1),
            Item(mark("Send the letter of thanks, remind the partner of what was agreed"), "ends", 7),
            Item(mark("Report the result of the visit"), "ends", 10, False, "host_units"),
            Item(mark("Complete and archive the file, purge passport numbers"), "ends", 30),
        ),
    ),
    Template(
        "outbound",
        "outbound",
        mark("Outbound delegation"),
        (
            Item(
                mark("Ask for consent in principle, with the estimate"),
                "starts",
                -45,
                False,
                "requesting_unit",
            ),
            Item(mark("Submit the decision to send the delegation"), "starts", -25),
            Item(mark("Settle passports, visas and the diplomatic note"), "starts", -20),
            Item(mark("Agree on the programme with the partner"), "starts", -15),
            Item(mark("Prepare working content, speeches and gifts"), "starts", -7, True, "requesting_unit"),
            Item(mark("Brief the members on protocol and on keeping state secrets"), "starts", -3, True),
            Item(mark("Report the result of the trip"), "ends", 15, False, "requesting_unit"),
            Item(mark("Settle the costs of the trip"), "ends", 30, False, "requesting_unit"),
        ),
    ),
    Template(
        "session",
        "session",
        mark("Session of a mechanism"),
        (
            Item(mark("Agree on days and place with the other side by diplomatic note"), "starts", -45),
            Item(mark("Collect proposals and the course of earlier conclusions from the departments"), "starts", -30),
            Item(mark("Submit plan and participants to the People's Committee"), "starts", -20),
            Item(mark("Exchange the draft minutes with the other side"), "starts", -15),
            Item(_TO_POLICE, "starts", -7, True),
            Item(mark("Arrange interpreters, seating, flags and the signing of the minutes"), "starts", -3, True),
            Item(mark("Report the result of the session"), "ends", 10),
            Item(mark("Issue the plan that carries out the minutes"), "minutes_signed_on", 30),
        ),
    ),
    Template(
        "signing",
        "agreement",
        mark("Signing of an agreement"),
        (
            Item(mark("Press for the written opinions of the bodies consulted"), "opinion_asked_on", 7, True),
            Item(mark("Submit the decision to sign and the authorisation"), "signed_on", -20),
            Item(mark("Compare and print the final text in both languages"), "signed_on", -7, True),
            Item(mark("Prepare the signing ceremony"), "signed_on", -3, True),
            Item(mark("Report to the Prime Minister and send the ministry its copy"), "signed_on", 15),
            Item(mark("Publish the agreement and inform the units concerned"), "signed_on", 20),
            Item(mark("Issue the plan of implementation"), "signed_on", 30, False, "proposer"),
        ),
    ),
    Template(
        "conference",
        "conference",
        mark("International conference"),
        (
            Item(
                mark("Hand in the file for the Prime Minister's permission"),
                "starts",
                -40,
                False,
                "organiser",
            ),
            Item(mark("Hand in the file for the province's permission"), "starts", -30, False, "organiser"),
            Item(mark("Invite the delegates, settle entry formalities"), "starts", -20, False, "organiser"),
            Item(_TO_POLICE, "starts", -7, True, "organiser"),
            Item(mark("Arrange interpreters and papers in the foreign language"), "starts", -7, True, "organiser"),
            Item(mark("Report the result of the conference"), "ends", 15, False, "organiser"),
        ),
    ),
)
