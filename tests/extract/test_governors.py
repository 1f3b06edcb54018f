"""What the words above a happening leave of it, and what is to come, over ports, courts, sport, health and companies."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import table
from tests.extract.test_factuality import stance
from tests.parses import read

CASES: dict[str, list[tuple[str, str, Any]]] = {
    "to come": [
        ("The minister spoke on Friday, adding the port will continue to receive grain ships.", "receive", ("positive", "planned", None)),
        ("The smaller bank will end up buying its rival.", "buy", ("positive", "planned", None)),
        ("The museum said visitors will be searched at the gate.", "search", ("positive", "planned", "museum")),
        ("The dam would be rebuilt by June, engineers announced.", "rebuild", ("positive", "planned", "engineers")),
        ("The company said the layoffs would begin in May.", "begin", ("positive", "planned", "company")),
        ("The report said that costs will rise.", "rise", ("positive", "possible", "report")),
        ("She may face protests when she speaks on Friday.", "speak", ("positive", "planned", None)),
        ("Voters could be disappointed when the party meets on Monday.", "meet", ("positive", "planned", None)),
    ],
    "came about": [
        ("The pilot dared to land on the frozen lake.", "land", ("positive", "actual", None)),
        ("The singer went on to win three prizes.", "win", ("positive", "actual", None)),
        ("The hikers happened to find the cave.", "find", ("positive", "actual", None)),
        ("The concert drew thousands to hear the choir.", "hear", ("positive", "actual", None)),
        ("The runner outlasted two rivals to win the race.", "win", ("positive", "actual", None)),
        ("The runner trained for years to win the race.", "win", ("positive", "planned", None)),
    ],
    "sent or asked to": [
        ("The embassy sent a doctor to the camp to learn about treating the fever.", "learn about", ("positive", "planned", None)),
        ("The embassy sent a doctor to the camp to learn about treating the fever.", "treat", ("positive", "possible", None)),
        ("The coach called for closer ties among clubs and schools to find young players.", "find", ("positive", "planned", None)),
        ("The minister held talks with Peru on building a railway.", "build", ("positive", "possible", None)),
        ("The town grew to include three villages.", "include", ("positive", "actual", None)),
        ("On cutting fares, the mayor insisted on waiting for a report.", "cut", ("positive", "possible", "mayor")),
    ],
    "felt": [
        ("The mayor was excited to meet the engineers and show them the harbour.", "show", ("positive", "actual", None)),
        ("The striker was glad to join the club.", "join", ("positive", "actual", None)),
        ("The widow was proud to open the museum.", "open", ("positive", "actual", None)),
        ("The nurse is happy to help the patients.", "help", ("positive", "planned", None)),
    ],
    "easy": [
        ("It is easy to mock the plan and call the mayor a fool.", "mock", ("positive", "possible", None)),
        ("It is hard to blame the pilot.", "blame", ("positive", "possible", None)),
        ("It is necessary to rebuild the clinic.", "rebuild", ("positive", "planned", None)),
    ],
    "meant, and no matter of the charge": [
        ("The coach was charged with bribing referees who sought to fix matches.", "fix", ("positive", "planned", None)),
        ("Officials were accused of helping smugglers who wanted to move weapons.", "move", ("positive", "planned", None)),
        ("The nurse argued that the ward should be closed.", "close", ("positive", "planned", "nurse")),
        ("The banker claimed that rivals seek to destroy his firm.", "destroy", ("positive", "alleged", "banker")),
    ],
    "what it took": [
        ("It took two days to repair the bridge.", "repair", ("positive", "actual", None)),
        ("The champions took just one hour to regain their title.", "regain", ("positive", "actual", None)),
        ("It will take a month to rebuild the clinic.", "rebuild", ("positive", "planned", None)),
        ("The fire crews took hoses to flood the cellar.", "flood", ("positive", "planned", None)),
    ],
    "done before": [
        ("Mr. Koch is the fourth member of the family to have managed the brewery.", "manage", ("positive", "actual", None)),
        ("The firm hopes to have sold the mine by June.", "sell", ("positive", "planned", None)),
    ],
    "after what is to come": [
        ("The company will expand its network after building a depot.", "build", ("positive", "planned", None)),
        ("The company expanded its network after building a depot.", "build", ("positive", "actual", None)),
        ("If the strike goes on, that will be the end of the airline.", "end", ("positive", "possible", None)),
    ],
    "where it was agreed": [
        (
            "The ministry will withdraw 500 soldiers in a further phase of reductions agreed in the Oslo accord.",
            "accord",
            ("positive", "actual", None),
        ),
        ("The union rejected a pay rise promised at the summit.", "summit", ("positive", "actual", None)),
    ],
    "asked": [
        ("Asked if the bank would sell the mine, Lopez smiled.", "ask", ("positive", "actual", None)),
        ("Reporters asked if the bank would sell the mine.", "sell", ("positive", "possible", "Reporters")),
    ],
    "commands": [
        ('The mayor said to residents, "Do not drink the water from the river."', "drink", ("negative", "planned", "mayor")),
        ('The coach told the players: "Run to the line."', "run", ("positive", "planned", "coach")),
    ],
    "not denied": [
        ("The senate rejected the budget for the enlarged union presented by the premier.", "present", ("positive", "actual", None)),
        (
            "He denied that the guards beat prisoners because of the strike, although the court has published photographs.",
            "publish",
            ("positive", "actual", None),
        ),
        ("He denied that the guards beat prisoners because of the strike.", "strike", ("positive", "actual", None)),
        ("The farmers rejected the deal.", "deal", ("positive", "actual", None)),
        ("The rebels rejected a truce.", "truce", ("positive", "possible", None)),
        ("The firm denied that it had paid the guards because they asked for bribes.", "pay", ("positive", "denied", "firm")),
    ],
    "gerunds only thought of": [
        ("They discussed the proposal for holding a joint fair in Lima.", "hold", ("positive", "planned", None)),
        ("The town is studying ways of repairing roads.", "repair", ("positive", "possible", None)),
        ("The report describes the challenges of rebuilding the port.", "rebuild", ("positive", "possible", None)),
        ("The coach is looking into opening a school.", "open", ("positive", "possible", None)),
        ("The court praised the habit of helping strangers.", "help", ("positive", "actual", None)),
    ],
    "past facts beside an order": [
        ("The premier ordered the army to resume the strikes after a rocket wounded two boys.", "wound", ("positive", "actual", None)),
        ("The judge told the firm to pay because it had hidden the losses.", "hide", ("positive", "actual", None)),
        ("The league told the club to pay before the season starts.", "start", ("positive", "planned", "league")),
    ],
    "sought and not found": [
        ("The council called a meeting to find a way to save the theatre.", "find", ("positive", "planned", None)),
        ("The hikers returned to find the car gone.", "find", ("positive", "actual", None)),
        ("The storm brought rain to leave the city drenched.", "leave", ("positive", "actual", None)),
    ],
    "aims within a charge": [
        ("The mayor accused the firm of using the strike as a means to win votes.", "win", ("positive", "planned", "mayor")),
        ("Prosecutors accused the guards of an attempt to silence a witness.", "silence", ("positive", "planned", "Prosecutors")),
    ],
    "turned down": [
        ("The pilots rejected a proposal by the ministry for an increase in flying hours.", "increase", ("positive", "possible", None)),
        ("The pilots rejected a proposal by the ministry for an increase in flying hours.", "propose", ("positive", "actual", None)),
    ],
    "near and to be done": [
        ("The union edged closer to calling a strike.", "call", ("positive", "possible", None)),
        ("The two sides should sit together for resolving the dispute.", "resolve", ("positive", "planned", None)),
        ("The second plant is slated for being opened in 2008.", "open", ("positive", "planned", None)),
        ("The league criticised the referee for ignoring fouls.", "ignore", ("positive", "alleged", "league")),
        ("The tasks include improving roads.", "improve", ("positive", "possible", None)),
    ],
    "gerunds as subjects": [
        ("Removing the mines remains a hard task for the army.", "remove", ("positive", "planned", None)),
        ("Building the bridge will cost 40 million dollars.", "build", ("positive", "possible", None)),
        ("Winning the cup made him famous.", "win", ("positive", "actual", None)),
    ],
    "what should have been": [
        ("The mine should have been evacuated on Sunday.", "evacuate", ("positive", "hypothetical", None)),
        ("The clerk should have told the court.", "tell", ("positive", "hypothetical", None)),
        ("The mine should be evacuated.", "evacuate", ("positive", "planned", None)),
    ],
    "of rejected demands": [
        ("The union has rejected demands by the ministry to impose deeper cuts.", "impose", ("positive", "planned", "ministry")),
        ("The team capitalised on an error to score a second goal.", "score", ("positive", "actual", None)),
    ],
    "not there yet": [
        ("That removed the last obstacle to installing the new pumps.", "instal", ("positive", "possible", None)),
        ("The clerk spoke of the need for mobilizing all farmers.", "mobilize", ("positive", "planned", None)),
        ("The aim will be achieved by raising output.", "raise", ("positive", "possible", None)),
        ("The two firms reached agreement on how best to stop fraud.", "stop", ("positive", "possible", None)),
        ("The panel was tasked with helping small farms.", "help", ("positive", "planned", None)),
        ("Buyers will have to sell their flats before they are granted loans.", "grant", ("positive", "planned", None)),
    ],
    "of two verbs after one auxiliary": [
        ("The clerk said the council should be open and give priority to hiring nurses.", "hire", ("positive", "planned", "clerk")),
    ],
    "helped to do": [
        ("The school will help clerks understand the law.", "understand", ("positive", "planned", None)),
        ("The school helped clerks understand the law.", "understand", ("positive", "actual", None)),
    ],
    "done already": [
        ("The skater fell twice to finish fourth on Saturday.", "finish", ("positive", "actual", None)),
        ("The masons stayed to finish the wall.", "finish", ("positive", "planned", None)),
        ("Having invested 3 billion euros, the firm will expand its plant.", "invest", ("positive", "actual", None)),
        ("The widow was able to buy a flat.", "buy", ("positive", "actual", None)),
        ("The widow is able to buy a flat.", "buy", ("positive", "possible", None)),
        ("The team rallied to tie the match.", "tie", ("positive", "actual", None)),
        ("Russia has denied any role in the spy's murder.", "murder", ("positive", "actual", None)),
        ("Russia has denied the murder.", "murder", ("positive", "denied", "Russia")),
    ],
    "forestalled": [
        ("The runner quit the race before the final lap started.", "start", ("positive", "possible", None)),
        ("The judge died before the trial ended.", "end", ("positive", "possible", None)),
        ("The firm withdrew from the tender before the ministry chose a winner.", "choose", ("positive", "possible", None)),
        ("The firm hired nurses before the clinic opened.", "open", ("positive", "actual", None)),
    ],
    "one of two": [
        ("The suspect is either hiding in the forest or crossing the border.", "hide", ("positive", "possible", None)),
        ("The boat either sank or was stolen.", "steal", ("positive", "possible", None)),
        ("The firm either lied or lost the records.", "lose", ("positive", "possible", None)),
    ],
    "only spoken of": [
        ("The party opposed closing the school.", "close", ("positive", "possible", None)),
        ("The senator supports raising the tax.", "raise", ("positive", "planned", None)),
        ("The club weighed selling the striker.", "sell", ("positive", "possible", None)),
        ("The pact is supposed to protect whales.", "protect", ("positive", "planned", None)),
    ],
    "urgent that": [
        ("It is vital that farmers sell the wheat.", "sell", ("positive", "planned", None)),
        ("It is urgent that the clinic hire nurses.", "hire", ("positive", "planned", None)),
        ("It is important that the striker left the club.", "leave", ("positive", "actual", None)),
    ],
    "a question within": [
        ("The debate has shrunk to a feeling that voters sum up as: 'Why us?'", "shrink", ("positive", "actual", None)),
        ('The boy left the ward and shouted: "Who stole it?"', "leave", ("positive", "actual", None)),
        ("Did the firm sell the mine?", "sell", ("positive", "possible", None)),
    ],
    "the first to": [
        ("The nurses were the first to reach the village.", "reach", ("positive", "actual", None)),
        ("The striker was the last to leave the field.", "leave", ("positive", "actual", None)),
        ("The firm was among the first to sell the drug.", "sell", ("positive", "actual", None)),
        ("The mayor hopes to be the first to cross the bridge.", "cross", ("positive", "planned", None)),
        ("She could be the first woman to lead the party.", "lead", ("positive", "possible", None)),
        ("She will be the first woman to lead the party.", "lead", ("positive", "planned", None)),
        ("The firm wants to be one of the first to sell the drug.", "sell", ("positive", "planned", None)),
        ("The premier praised his latest plan to close the camp.", "close", ("positive", "planned", None)),
        ("The club will need to beat Ruva, the first team to reach the final.", "reach", ("positive", "actual", None)),
        ("It was the only way to save the town.", "save", ("positive", "planned", None)),
    ],
    "willing and quick": [
        ("The mayor said the town was happy to help farmers.", "help", ("positive", "planned", "mayor")),
        ("The players said they were glad to win.", "win", ("positive", "actual", "players")),
        ("The lawyer is unafraid to sue the ministry.", "sue", ("positive", "planned", None)),
        ("The mayor was quick to blame the engineers.", "blame", ("positive", "actual", None)),
        ("The court was right to free the banker.", "free", ("positive", "actual", None)),
        ("The firm was slow to recall the cars.", "recall", ("positive", "possible", None)),
        ("It is wrong to blame the pilot.", "blame", ("positive", "possible", None)),
    ],
    "meant by a gerund": [
        ("The raid underscores its commitment to enforcing sanctions.", "enforce", ("positive", "planned", None)),
        ("The mayor put emphasis on combating crime.", "combat", ("positive", "planned", None)),
        ("The premier has staked his campaign on cracking down on smuggling.", "crack down", ("positive", "planned", None)),
        ("The candidate campaigned on raising the minimum wage.", "raise", ("positive", "planned", None)),
        ("The coach relied on buying players.", "buy", ("positive", "actual", None)),
    ],
    "what a plan is for": [
        ("The council could vote on a plan to sell the port.", "sell", ("positive", "planned", None)),
        ("The plan is as strong as you could possibly get on a joint resolve to fight fraud.", "fight", ("positive", "planned", None)),
        ("The firm may hire a manager to run the mine.", "run", ("positive", "possible", None)),
    ],
    "wanted by a clause": [
        ("The union asked that the court lift the ban.", "lift", ("positive", "planned", "union")),
        ("The embassy asked that the ban be lifted.", "lift", ("positive", "planned", "embassy")),
        ("The lawyers insisted that the judge free the banker.", "free", ("positive", "planned", "lawyers")),
        ("Doctors suggested that the ward be closed.", "close", ("positive", "planned", "Doctors")),
        ("The lawyers insisted that the judge freed the banker.", "free", ("positive", "actual", "lawyers")),
    ],
    "said of somebody": [
        ("The ship is said to have arrived in Lima.", "arrive", ("positive", "alleged", None)),
        ("The general is said to lead the rebels.", "lead", ("positive", "alleged", None)),
        ("The banker is said to be hiding in Oslo.", "hide", ("positive", "alleged", None)),
        ("The firm is going to close its plant.", "close", ("positive", "planned", None)),
    ],
    "under a condition at the end": [
        ('The minister is ready to talk, "if Washington is sincere".', "talk", ("positive", "hypothetical", None)),
        ('"We will talk," he said, if the army leaves the town.', "talk", ("positive", "hypothetical", None)),
        ("He said the club was ready to pay if the striker signed the deal.", "pay", ("positive", "hypothetical", None)),
        ("The bank plans to sell the mine if prices fall.", "sell", ("positive", "hypothetical", None)),
        ("The mayor is happy to see the port open, even if it costs money.", "see", ("positive", "planned", None)),
        ("Asked if the bank hid losses, he declined to comment.", "decline to", ("positive", "actual", None)),
    ],
    "tag questions": [
        ("That story has moved a bit, has it not?", "move", ("positive", "actual", None)),
        ("The bank hid its losses, didn't it?", "hide", ("positive", "actual", None)),
        ("The army won't leave the town, will it?", "leave", ("negative", "planned", None)),
        ("The coach lied, right?", "lie", ("positive", "actual", None)),
        ("If the club wins, will it pay the striker?", "pay", ("positive", "hypothetical", None)),
        ("After the flood, did they leave?", "leave", ("positive", "possible", None)),
    ],
    "what would be": [
        (
            "The tax plan would raise 1 billion dollars over a decade, according to a think tank.",
            "raise",
            ("positive", "hypothetical", "think tank"),
        ),
        ("A merger would create the largest airline.", "create", ("positive", "hypothetical", None)),
        ("The fire was the work of rebels, a turn that would mark an escalation of the war.", "mark", ("positive", "hypothetical", None)),
        ("The fire was the work of rebels, a turn that would mark an escalation of the war.", "escalate", ("positive", "hypothetical", None)),
        ("The report said that costs would rise.", "rise", ("positive", "possible", "report")),
        ("The nurses had hoped that the talks would end the strike.", "end", ("positive", "possible", "nurses")),
        ("On Monday he would be briefed by engineers.", "brief", ("positive", "planned", None)),
        ("The army would attack the town at dawn, the general said.", "attack", ("positive", "planned", "general")),
    ],
    "records": [
        ("She clocked 19 seconds to break the record of 1999.", "break", ("positive", "actual", None)),
        ("The club won its tenth match to equal the record.", "equal", ("positive", "actual", None)),
        ("He trained for years to break the record.", "break", ("positive", "planned", None)),
        ("The firm will sprint to beat its own record.", "beat", ("positive", "planned", None)),
    ],
    "any such act": [
        ("Burning a flag is a crime.", "burn", ("positive", "possible", None)),
        ("Protecting the coast is important for Chile.", "protect", ("positive", "possible", None)),
        ("Training the nurses is vital.", "train", ("positive", "possible", None)),
        ("Rebuilding the bridge was important for the town.", "rebuild", ("positive", "possible", None)),
        ("Beating a prisoner is illegal.", "beat", ("positive", "possible", None)),
        ("Physically attacking a referee is a sackable offense.", "attack", ("positive", "possible", None)),
        ("Losing the match is a blow for the club.", "lose", ("positive", "actual", None)),
        ("Hosting the games is costing the town millions.", "host", ("positive", "actual", None)),
    ],
    "rules": [
        ("The first rule of the crew is you do not talk about pay.", "talk about", ("negative", "planned", None)),
        ("The rule is that members pay a fee.", "pay", ("positive", "planned", None)),
        ("The problem is that the bank hides losses.", "hide", ("positive", "actual", None)),
        ("Anyone who breaks the ban will be fined.", "break", ("positive", "hypothetical", None)),
        ("Any firm that hides losses will be punished.", "hide", ("positive", "hypothetical", None)),
        ("The firm that hides losses will be punished.", "hide", ("positive", "actual", None)),
        ("Everyone who works at the mine will be paid.", "work", ("positive", "actual", None)),
    ],
    "attended": [
        ("The wives will watch performances at the theatre.", "perform", ("positive", "planned", None)),
        ("The premier will attend the summit in Oslo.", "summit", ("positive", "planned", None)),
        ("Fans will see a concert on Friday.", "concert", ("positive", "planned", None)),
        ("The minister attended talks in Lima.", "talks", ("positive", "actual", None)),
        ("The council will discuss the strike.", "strike", ("positive", "actual", None)),
    ],
    "laws there are": [
        ("Lawyers have raised concerns that the raids may break laws governing war.", "govern", ("positive", "actual", None)),
        ("Lawyers have raised concerns that the raids may break laws governing war.", "break", ("positive", "possible", "Lawyers")),
        ("Experts fear that the ships carrying oil may sink.", "carry", ("positive", "actual", "Experts")),
    ],
    "before a semicolon": [
        ("I remember thinking about the storm; I did not want to leave the ship.", "remember", ("positive", "actual", None)),
        ("The bank owns the mine; the court did not want to hear it.", "own", ("positive", "actual", None)),
        ("The coach knows the rules; he did not want to break them.", "know", ("positive", "actual", None)),
    ],
    "of another clause": [
        ("The singer will follow in the footsteps of the band's concert in Lima on Friday.", "concert", ("positive", "actual", None)),
        ("The club will build on its victory over Ruva.", "victory", ("positive", "actual", None)),
        ("She attacked rivals who think they can win and praised the army in a speech.", "praise", ("positive", "actual", None)),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_stance(text: str, lemma: str, expected: tuple[str, str, str | None]) -> None:
    assert stance(text, lemma) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The voters will not allow the general to become president of Peru.", ("negative", "planned")),
        ("The party wants Juan Diaz to become mayor of Lima.", ("positive", "planned")),
        ("Maria Soto could become president of Peru.", ("positive", "possible")),
        ("Maria Soto is not the president of Peru.", ("negative", "actual")),
        ("Maria Soto is the president of Peru.", ("positive", "actual")),
    ],
)
def test_an_office_is_as_sure_as_its_verb(text: str, expected: tuple[str, str]) -> None:
    claim = next(c for c in read(text).claims if c.rule == "copula-office")
    assert (claim.polarity, claim.modality) == expected
