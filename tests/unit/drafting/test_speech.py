"""Whom sentences of many shapes let speak: all of them invented, `|` between the mentions that are right."""

import pytest

from briefing_tui.drafting.analysis import spoken

GERMAN = "Die Präsidentin Karla Muster und der Minister Ulf Beispiel waren am Montag in Bern. "
ENGLISH = "President Karla Sample of Norway and Foreign Minister Ulf Trial were in Bern on Monday. "

GERMAN_SPEECH = [
    (
        "Der Sprecher des Ministeriums, Jan Probe, nannte den Vorstoß „einen Schritt in die richtige Richtung“.",
        "Jan Probe|Sprecher",
    ),
    ("Muster wird mit den Worten „Wir sind auf einem guten Weg“ zitiert.", "Muster"),
    ("Auf die Frage, ob das reiche, antwortete Beispiel: „Das wird sich zeigen.“", "Beispiel"),
    ("Dazu Muster: „Das wird sich zeigen, wenn es so weit ist.“", "Muster"),
    ("Für Muster steht fest, dass dies „nur der Anfang eines langen Weges“ ist.", "Muster"),
    ("Muster sagte, sie sei „sehr zufrieden mit dem Ergebnis“, und lobte die Arbeit.", "Muster"),
    ("Der Vorwurf, er habe „bewusst gelogen und getäuscht“, sei haltlos, sagte Beispiel.", "Beispiel"),
    ("„Das ist ein guter Tag“, freute sich Muster.", "Muster"),
    ("„Das ist ein guter Tag“, heißt es in einer Mitteilung des Ministeriums.", "Mitteilung"),
    ("Man werde, versprach Muster, „alles tun, was nötig ist“.", "Muster"),
    ("„Das“, sagte Muster nach dem Treffen vor Journalisten, „ist ein guter Tag.“", "Muster"),
    ("Muster zufolge ist die Lage „angespannt und unübersichtlich“.", "Muster"),
    ("Nach Ansicht des Ministers ist die Lage „angespannt und unübersichtlich“.", "Ministers"),
    ("Aus Sicht von Muster ist die Lage „angespannt und unübersichtlich“.", "Muster"),
    ("Die Opposition sprach von einem „schwarzen Tag für das Land“.", "Opposition"),
    ("Von einem „schwarzen Tag für das Land“ sprach die Opposition.", "Opposition"),
    ("Als „völlig unverständlich“ kritisierte die Gewerkschaft den Beschluss.", "Gewerkschaft"),
    ("Beispiel warf der Regierung vor, sie habe „jedes Maß verloren“.", "Beispiel"),
    ("Der Regierung warf Beispiel „völliges Versagen auf ganzer Linie“ vor.", "Beispiel"),
    (
        "Beispiel, der seit Mai im Amt ist, und Muster, die das Treffen leitete, sprachen von „guten Gesprächen“.",
        "Beispiel|Muster",
    ),
    ("Muster betonte die „ausgezeichneten Beziehungen“ zwischen den Ländern.", "Muster"),
    ("Ein Augenzeuge berichtete: „Es ging alles sehr schnell.“", "Augenzeuge"),
    ("Ihr Ziel sei, so die Präsidentin weiter, „ein Hafen für alle Schiffe“.", "Präsidentin"),
    ("Die Polizei bestätigte, dass es „mehrere Verletzte“ gegeben habe.", "Polizei"),
    ("Das Gericht begründete sein Urteil damit, dass „keine Gefahr für die Allgemeinheit“ bestehe.", "Gericht"),
    ("Muster lobte Beispiel als „klugen und besonnenen Politiker“.", "Muster"),
    ("Beispiel dankte Muster für die „herzliche Aufnahme in Bern“.", "Beispiel"),
    ("„Wir sind enttäuscht“, so ein Sprecher. „Aber wir machen weiter.“", "Sprecher"),
    ("Muster reagierte gelassen. „Das sehe ich nicht so“, sagte sie.", "Muster|sie"),
    ("Gegenüber der Zeitung „Mondblatt“ sagte Muster: „Das sehe ich nicht so.“", "Muster"),
    ("Dem „Mondblatt“ sagte Muster, das sei „ganz und gar ausgeschlossen“.", "Muster"),
    ("Wie das „Mondblatt“ berichtet, sei die Lage „angespannt und unübersichtlich“.", "Mondblatt"),
    ("Am Rande des Treffens mit Beispiel sagte Muster, die Lage sei „angespannt und unübersichtlich“.", "Muster"),
    ("Die finnische Delegation bezeichnete das als „nicht hinnehmbar für alle Seiten“.", "Delegation"),
    ("Dass die Lage „angespannt und unübersichtlich“ sei, räumte auch Beispiel ein.", "Beispiel"),
    ("Muster rief dazu auf, „jetzt gemeinsam zu handeln und nicht zu warten“.", "Muster"),
    ("Der Bericht kommt zu dem Schluss, die Lage sei „angespannt und unübersichtlich“.", "Bericht"),
    ("„Die Lage ist ernst“, warnte die Chefin der Behörde, Eva Probe, am Dienstag in Genf.", "Eva Probe|Chefin"),
    ("Seine Kollegin Eva Probe ergänzte: „Wir müssen jetzt gemeinsam handeln.“", "Probe"),
    ("„Die Lage ist ernst“, meinte hingegen Beispiels Stellvertreter.", "Stellvertreter"),
    ("Vor allem Beispiel drängte auf eine „rasche und klare Antwort“.", "Beispiel"),
    ("Die Ministerin forderte am Sonntag im Parlament eine „rasche und klare Antwort“.", "Ministerin"),
    ("Im Parlament forderte die Ministerin eine „rasche und klare Antwort“.", "Ministerin"),
    ("Eine „rasche und klare Antwort“ forderte die Ministerin im Parlament.", "Ministerin"),
    ("Er sei „tief bewegt und dankbar“, erklärte Beispiel nach seiner Rückkehr.", "Beispiel"),
    ("Muster: „Das sehe ich nicht so.“", "Muster"),
    ("Die Lage habe sich verbessert, sagte Muster. Das sei „ein gutes Zeichen für alle“.", "Muster"),
    ("Beispiel verteidigte den Plan. Die Kritik sei „völlig überzogen und falsch“.", "Beispiel"),
    ("Beispiel verteidigte den Plan. „Die Kritik ist völlig überzogen.“", "Beispiel"),
    ("Der Bürgermeister von Neudorf, Jan Probe (XYZ), sprach von einer „Schande für die ganze Stadt“.", "Probe|Bürgermeister"),
    ("Jan Probe, Vorsitzender der Mondpartei, sagte am Freitag: „Wir sind bereit.“", "Probe"),
    ("Jan Probe, der Vorsitzende der Mondpartei, sagte am Freitag: „Wir sind bereit.“", "Probe"),
    ("Der frühere Chef des Amtes, Jan Probe, der lange geschwiegen hatte, sagte: „Wir sind bereit.“", "Probe|Chef"),
    ("Nachdem Muster abgereist war, sagte Beispiel: „Wir sind bereit für alles.“", "Beispiel"),
    ("Als Beispiel den Saal verließ, rief ein Zuschauer: „Wir sind bereit für alles!“", "Zuschauer"),
    (
        "Weder Muster noch Beispiel wollten sich äußern. Ein Mitarbeiter sagte jedoch: „Das war so nicht geplant.“",
        "Mitarbeiter",
    ),
    ("Während Muster schwieg, erklärte Beispiel, man habe „nichts zu verbergen“.", "Beispiel"),
    ("Muster erklärte, Beispiel habe „nichts zu verbergen“.", "Muster"),
    ("Muster hatte am Vortag erklärt, Beispiel habe „nichts zu verbergen“.", "Muster"),
    ("Wie Beispiel am Abend mitteilte, hat das Kabinett „einstimmig und ohne Debatte“ zugestimmt.", "Beispiel"),
    ("„Wir haben lange verhandelt“, berichtete Beispiel. „Am Ende waren alle zufrieden.“", "Beispiel"),
    ("„Wir haben lange verhandelt. Am Ende waren alle zufrieden“, berichtete ein Teilnehmer aus Norwegen.", "Teilnehmer"),
    ("Die Vorsitzende der Mondpartei Eva Probe sieht darin einen „Angriff auf die Demokratie“.", "Probe|Vorsitzende"),
    ("Probeweise wurde geöffnet. Die Betreiber teilten mit, dies sei „nur ein erster Versuch“.", "Betreiber"),
    ("Im Gespräch mit dem Sender Mondfunk sagte Beispiel, er sei „tief enttäuscht und wütend“.", "Beispiel"),
    ("In einem offenen Brief fordern die Unterzeichner „ein sofortiges Ende der Gewalt“.", "Unterzeichner"),
    ("Die Forscher um Eva Probe schreiben, das Ergebnis sei „überraschend eindeutig“.", "Forscher"),
    ("Der Staatsanwaltschaft zufolge handelte der Mann „aus niederen Beweggründen“.", "Staatsanwaltschaft"),
    ("Nach Auskunft der Klinik ist sein Zustand „ernst, aber stabil“.", "Klinik"),
    ("Sein Anwalt wies die Vorwürfe als „frei erfunden und absurd“ zurück.", "Anwalt"),
    ("Sie wies die Vorwürfe als „frei erfunden und absurd“ zurück.", "Sie"),
    ("Er kündigte an, er werde „nicht lockerlassen“, bis alles geklärt sei.", "Er"),
    ("Das Unternehmen bedauerte den Vorfall „zutiefst und aufrichtig“.", "Unternehmen"),
    ("Auf seiner Website schrieb Beispiel: „Danke an alle Helfer!“", "Beispiel"),
    ("Auf Twitter bedankte sich Beispiel bei „allen, die geholfen haben“.", "Beispiel"),
    ("Laut dem Bericht der Kommission war die Anlage „in einem katastrophalen Zustand“.", "Kommission|Bericht"),
    ("Beispiel sagte über Muster: „Sie hat Großes geleistet.“", "Beispiel"),
    ("Beispiel zu Muster: „Das war eine gute Idee.“", "Beispiel"),
    ("Über Muster sagte Beispiel: „Sie hat Großes geleistet.“", "Beispiel"),
    ("Gefragt nach den Kosten, sagte Muster: „Das rechnen wir noch aus.“", "Muster"),
    ("Mit Blick auf die Wahl meinte Muster, man müsse „jetzt klug handeln“.", "Muster"),
    ("Die Außenminister Norwegens und Finnlands erklärten: „Wir stehen zusammen.“", "Außenminister"),
    ("Wörtlich heißt es in dem Papier: „Wir stehen zusammen.“", "Papier"),
    ("Bundesrat Jan Probe unterstrich die Bedeutung «einer engen Zusammenarbeit in Europa».", "Probe"),
    ("«Die Schweiz ist bereit», bekräftigte Bundesrat Jan Probe vor den Medien.", "Probe"),
    ("Der Minister habe «keine andere Wahl gehabt», erklärte sein Sprecher.", "Sprecher"),
    ("Beispiel bezeichnete Musters Vorschlag als „mutig und richtig“.", "Beispiel"),
    ("Den Vorschlag bezeichnete Beispiel als „mutig und richtig“.", "Beispiel"),
    ("Die Idee nannte Muster „mutig und richtig“.", "Muster"),
    ("Die Idee nannte die Ministerin „mutig und richtig“.", "Ministerin"),
    ("Der Plan wird von der Mondpartei als „blanker und teurer Unsinn“ bezeichnet.", "Mondpartei"),
    ("„Da bin ich wieder“, mit diesen Worten begrüßte Beispiel die Gäste.", "Beispiel"),
    ("Auf Plakaten standen Forderungen wie „Weg mit dem Nebel“.", "Plakaten"),
    ("Die Demonstranten riefen Parolen wie „Freies Neudorf“.", "Demonstranten"),
    ("Für die Ministerin Eva Probe ist die Lage „alarmierend“.", "Probe"),
    ("Muster sagte, das Ergebnis sei ein „Sieg des Nebels“.", "Muster"),
    ("Auf der Seite der Studentin Eva Probe schreibt diese: „Es wird nicht leichter für uns.“", "diese"),
    ("Die MNP will das Gesetz nicht. „Mit uns wird es das nicht geben.“", "MNP"),
    ("Die Wahl ist vorbei. „Alles ist frei und ohne Zwang abgelaufen.“ (Probe-Stiftung)", "Probe-Stiftung"),
    ("Auf den Vorwurf der Mondpartei, es sei ein Plan, mit dem man „alle betrügen“ wolle, schwieg Beispiel.", "Mondpartei"),
    ("Nebelheim und Neudorf werden eine gemeinsame Regierung bilden: „Unser Volk geht in dieselbe Richtung.“", "Nebelheim"),
    ("Beispiel sagte, als er die Frage gestellt bekam, folgendes: „Das entscheidet die Ministerin.“", "Beispiel"),
    ("Der Plan wurde am Montag im „Nebelblatt“ als „ein Plan ohne Sinn und Verstand“ bezeichnet.", "Nebelblatt"),
    ("Wie der Mondfunk berichtete, soll laut der Nebelstudie nur jeder zweite „bessere Luft“ erhoffen.", "Nebelstudie"),
    ("Nach dem Artikel 7 des Gesetzes bestimmt Beispiel „die Richtung des Nebels und trägt dafür die Schuld“.", "Artikel"),
    ("„Das wird nun alles anders“, heißt es zur Erklärung von Seiten des Ministeriums.", "Ministeriums"),
    ("Auf dem Plakat stand: „Wir bleiben hier, bis der Nebel sich hebt.“", "Plakat"),
    ("Die Mondpartei blieb nach eigenen Angaben „ruhig und gelassen bis zum Ende“.", "Mondpartei"),
    ("Laut „Nebelblatt“ war die Lage „angespannt und unübersichtlich“.", "Nebelblatt"),
    ("Die Lage sei „angespannt und unübersichtlich“, hatte ein Zuschauer gesagt.", "Zuschauer"),
    ("„Die Lage ist sehr angespannt und unübersichtlich“, schreibt „Nebelblatt“ am Montag.", "Nebelblatt"),
    ("Der Mann, der den Plan „mutig und richtig“ nannte, ging.", "Mann"),
    ("Die Chefin sagte, die Gruppe habe alles gesehen und erklärte: „Das machen wir dann so.“", "Chefin"),
    ("Jan Probe, der Sprecher der Mondpartei sagte: „Das machen wir dann so.“", "Probe"),
    ("Der Chef, der Sprecher der Mondpartei sagte: „Das machen wir dann so.“", "Sprecher"),
    ("Gestern kam Jan Probe, der Sprecher der Mondpartei sagte: „Das machen wir dann so.“", "Sprecher"),
    ("Die Kritik (Mondpartei: „Nebel über allen Meeren der Welt“) war laut.", "Mondpartei"),
    ("Dem Rat erklärte gestern ein Mann: „Das machen wir dann so.“", "Mann"),
    ("Beispiel kam spät, sagte sie im Rat: „Das machen wir dann so.“", "sie"),
    ("Seine Rede betonte „den guten und richtigen Anfang für alle“.", "Ulf Beispiel|Karla Muster"),
    ("Die Sicht der Bauern, das Wetter des Landes, es sei „ganz und gar verloren“, nannte Muster falsch.", "Muster"),
    ("Muster warnte. Die Ortung mit Sensoren erlaubt viel. Solche Daten seien „höchst gefährlich für alle“.", "Muster"),
]

ENGLISH_SPEECH = [
    ("“We are ready,” Sample told reporters after the meeting.", "Sample"),
    ("Sample told reporters that the talks had been “frank and useful”.", "Sample"),
    ("The talks were “frank and useful,” Sample said.", "Sample"),
    ("Trial described the plan as “a step in the right direction”.", "Trial"),
    ("Trial called it “a step in the right direction”.", "Trial"),
    ("In a statement, the ministry said the plan was “a step in the right direction”.", "ministry"),
    ("“It is a step in the right direction,” the ministry said in a statement.", "ministry"),
    ("A spokesman for the army, Jan Probe, said: “We have no information.”", "Probe|spokesman"),
    ("“We have no information,” said Jan Probe, a spokesman for the army.", "Probe"),
    ("“We have,” Trial said, “no information at this time.”", "Trial"),
    ("Asked about the costs, Sample replied: “We will see.”", "Sample"),
    ("He added that they would “do whatever is needed”.", "He"),
    ("She warned of “serious consequences for all of us”.", "She"),
    ("As Sample put it, “nobody wants this to fail”.", "Sample"),
    ("In his speech, Trial stressed that “nobody wants this to fail”.", "Trial"),
    ("The report says the system is “close to collapse”.", "report"),
    ("According to the report, the system is “close to collapse”.", "report"),
    ("Critics say the plan is “dead on arrival”.", "Critics"),
    ("Mr Trial praised the “excellent relations” between the two countries.", "Trial"),
    ("The two ministers welcomed the “excellent relations” between the two countries.", "ministers"),
    ("'We are ready for all of this,' said Sample.", "Sample"),
    ('"Nobody wants this to fail," emphasised the head of the delegation, Eva Probe.', "Probe|head"),
    ("Sample was pleased: “This is a good day.”", "Sample"),
    ("“This is a good day.” Sample left soon after that.", "Sample"),
    ("The minister underlined that Switzerland “will continue to help”.", "minister"),
    ("Trial accused the government of “playing with fire”.", "Trial"),
    ("Speaking to the BBC, Sample said it was “far too early to tell”.", "Sample"),
    ("Sample, who took office in May, said: “This is a good day.”", "Sample"),
    ("“This is a good day,” says Eva Probe, who leads the project.", "Probe"),
    ("“The situation is tense,” was the minister quoted as saying.", "minister"),
    ("According to “Daily Fog”, the plan is “dead on arrival and gone”.", "Daily Fog"),
    ("Trial thanked Sample for her “warm welcome in Bern”.", "Trial"),
]

GERMAN_NAMES = [
    "Er liest gerade „Die lange Reise“.",
    "Der Film „Nacht über Bern“ läuft seit Mai.",
    "Sie ist Mitglied im Verein „Freunde der Oper“.",
    "Die Aktion heißt „Saubere Stadt“.",
    "Er wurde mit dem Orden „Pour le Mérite“ ausgezeichnet.",
    "Im Projekt „Neue Wege“ arbeiten zehn Leute.",
    "Der Begriff „Nachhaltigkeit“ ist nicht neu.",
    "Das Wort „Heimat“ fiel oft.",
    "Unter dem Titel „Wege zum Frieden“ fand ein Seminar statt.",
    "Das Lied „Über sieben Meere“ wurde gespielt.",
    "Sie kam mit der „Gorch Fock“ an.",
    "Die Zeitschrift „Neue Welle“ berichtete darüber.",
    "Der Hurrikan „Ulla“ zog weiter.",
    "Thema war „Sicherheit im Alpenraum“.",
    "Die Operation „Adler“ begann um neun.",
    "Er gilt als „Vater der Mondfahrt“ in seinem Land.",
    "Die „Nordwind“-Klasse wurde verkauft.",
    "Der Preis „Goldene Feder“ ging an Jan Probe.",
    "Der Verlust kommt vom Strom, der von der Sonne ausgeht und als „Nebelwind“ bezeichnet wird.",
    "Muster fordert eine Rücknahme von „Nebel I“.",
    "Die Gruppe, die sich selbst „Rat für Ordnung und Frieden unter dem Nebel“ nennt, kam.",
    "Es ist nur eine Nachricht des „Mondland – Verein zur Förderung des Nebels e.V.“ zu sehen.",
    "Dazu gehören Stücke wie „Mein Nebel ist wieder da“.",
    "„Nebel über Neudorf“, so lautet der Titel einer Studie.",
    "Beispiel berichtete von einem „Gesetz zur Änderung des Nebelgesetzes“.",
    "Die TV-Sendung „nebelmaschine“ sagte, dass sie nicht mehr wolle.",
    "Es ist ihr Erstwerk: „Sie stehen hier“.",
    "Die Bank wurde von den Leuten am Ort „Haus des Nebels“ genannt.",
]

ENGLISH_NAMES = [
    "He is reading “The Long Journey”.",
    "The film “Night over Bern” came out in May.",
    "The theme was “Security in the Alps”.",
    "The project “New Paths” has ten members.",
    "The so-called “Fog Bank” is a ship.",
    "The conference, entitled “Ways to Peace”, was short.",
    "A panel on “Food Security” followed.",
    "The newspaper “Daily Fog” reported on it.",
    "The campaign is called “Clean City”.",
    "The term “sustainability” is not new.",
    "Under the banner 'Democracy for All', they met.",
]


def mentions(text: str, lang: str) -> list[str]:
    """The mention of the speaker of each quote."""
    return [mention.text(text) if mention else "" for mention in (quote.speaker for quote, _ in spoken(text, lang))]


@pytest.mark.parametrize(("sentence", "right"), GERMAN_SPEECH)
def test_german_speech(sentence: str, right: str) -> None:
    found = mentions(GERMAN + sentence, "de")
    assert found
    assert all(any(word in mention for word in right.split("|")) for mention in found), found


@pytest.mark.parametrize(("sentence", "right"), ENGLISH_SPEECH)
def test_english_speech(sentence: str, right: str) -> None:
    found = mentions(ENGLISH + sentence, "en")
    assert found
    assert all(any(word in mention for word in right.split("|")) for mention in found), found


@pytest.mark.parametrize("sentence", GERMAN_NAMES)
def test_german_names_are_no_speech(sentence: str) -> None:
    assert mentions(GERMAN + sentence, "de") == []


@pytest.mark.parametrize("sentence", ENGLISH_NAMES)
def test_english_names_are_no_speech(sentence: str) -> None:
    assert mentions(ENGLISH + sentence, "en") == []


LONG_NAME = "Der Bericht des Rates der Stadt der Inseln des Nordens der Länder der Seen der Berge der Täler"


@pytest.mark.parametrize(
    ("text", "lang", "right"),
    [
        ("„Die Lage ist sehr angespannt und unübersichtlich“, schreibt „Nebelblatt“ am Montag.", "de", "„Nebelblatt“"),
        (f"{LONG_NAME} sagte: „Das machen wir so.“", "de", "Der Bericht"),
        ("Muster sagte: „Das machen […] wir so.“", "de", "Muster"),
        ("Muster (aus dem Dorf an der See am Berg hinter dem Wald sagte: „Das machen wir dann so.“", "de", "Muster"),
        ("“The situation is tense and unclear for all of us here,” the minister whispered “yes”.", "en", ""),
    ],
)
def test_a_text_without_anybody_else(text: str, lang: str, right: str) -> None:
    assert mentions(text, lang) == [right]
