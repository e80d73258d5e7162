"""Three small folders of articles on topics that have nothing to do with one another."""

#: a stranded ferry in three outlets; one quotation in two wordings, one passage that two of them share
FERRY: dict[str, str] = {
    "manifest.csv": (
        "path,outlet,published,story_id\nherald.txt,Harbour Herald,2024-05-06,ferry\n"
        "courier.txt,Coast Courier,2024-05-06,ferry\nwire.txt,Island Wire,2024-05-07,ferry\n"
    ),
    "corrections.csv": (
        "table,article_id,begin,end,field,value,reason,who,when\n"
        "articles,wire,,,title,Skerra refloated,the headline is missing from the file,M. Obi,2024-05-08\n"
    ),
    "herald.txt": (
        "Ferry runs aground off Otter Point\n\nBy Ama Hill\n\nThe ferry Skerra ran aground off Otter Point early on Monday with "
        "forty passengers on board. Lifeboats took all of them to the pier within two hours, and nobody was hurt.\n\n“We saw no "
        "smoke at all and we heard no alarm,” said Dele Okafor, who was travelling with his two children. The harbour master, "
        "Ruth Lindqvist, said that the tide had been lower than anybody had expected. The company that runs the ferry declined "
        "to comment.\n\nLeave a comment"
    ),
    "courier.txt": (
        "Forty taken off stranded ferry\n\nForty people were taken off the Skerra on Monday after she hit a bank of sand. The "
        "harbour master claimed the tide was to blame. Dele Okafor, a passenger, said: “We saw no smoke at all.” The Harbour "
        "Herald reported that the company would not comment. Lifeboats took all of them to the pier within two hours, and "
        "nobody was hurt.\n\nRead more: How safe are our ferries?"
    ),
    "wire.txt": (
        "The ferry Skerra was pulled off the sand at high water on Tuesday, according to the coastguard. Tugs needed three "
        "attempts. An official who asked not to be named said the hull was sound. The ferry is to sail again on Thursday.\n"
    ),
}

#: a football match, pasted without any furniture and without a manifest
MATCH: dict[str, str] = {
    "gazette.txt": (
        "Late goal sinks Marrowby\n\nMarrowby lost 2-1 at home to Eastport on Saturday after a goal in the last minute. Coach "
        "Priya Nair called it “a cruel afternoon for a side that deserved far more than it got from this match”. Her captain, "
        "Tomas Reyes, said the side had stopped running after the break. More than three thousand watched in the rain, and "
        "hardly one of them left early, although the roof of the east stand leaks and the price of tea has gone up again."
    ),
    "blog.txt": (
        "Eastport steal it\n\nWhat a finish! Eastport, who had not won away since March, scored with the last kick. “A cruel "
        "afternoon,” Nair told reporters. Reyes admitted that his team was tired. The referee added six minutes, and the home "
        "crowd whistled through all of them."
    ),
    "report.txt": (
        "Eastport beat Marrowby 2-1. Nair’s team led at the break through Reyes. Two goals after the hour turned the game. "
        "The league table has Eastport fourth and Marrowby ninth."
    ),
}

#: a council's budget as one table of a database, with text that is no friend of pages, layouts and fonts
HOSTILE = '<img src=x onerror=alert(1)> #import "x.typ" $x$ *bold* \\ "quote" 你好 \U0001f9ff'
BUDGET: dict[str, str] = {
    "export.csv": (
        "outlet,title,text\n"
        '"Wattle Street News","Budget passes by one vote","The council passed its budget by a single vote last night. Bus fares '
        'go up by ten cents. “Nobody gets what they wanted,” said the mayor, Ines Duarte."\n'
        f'"Plain Dealer","Pool to close","The pool in Wattle Street closes for good. {HOSTILE.replace(chr(34), 2 * chr(34))} The '
        'mayor said that the city had no choice."\n'
    ),
}
