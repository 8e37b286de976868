"""Countries by ISO 3166-1: alpha-3 is stored and shown; alpha-2 and common names are understood.

Names in English and German: Unicode CLDR, short forms.
"""

from functools import cache

_COMMON = {
    "ROK": "KOR", "DPRK": "PRK", "PRC": "CHN", "UK": "GBR", "US": "USA", "UAE": "ARE", "DRC": "COD", "ROC": "TWN",
    "FRG": "DEU", "RF": "RUS", "KSA": "SAU", "NZ": "NZL", "America": "USA", "Great Britain": "GBR", "Britain": "GBR",
    "Republic of Korea": "KOR", "Burma": "MMR", "Turkey": "TUR", "USA": "USA", "Südkorea": "KOR", "Nordkorea": "PRK",
    "United States of America": "USA", "People's Republic of China": "CHN", "Russian Federation": "RUS", "Viet Nam": "VNM",
    "Democratic People's Republic of Korea": "PRK", "Czech Republic": "CZE", "Timor-Leste": "TLS", "East Timor": "TLS",
    "Holland": "NLD", "Ivory Coast": "CIV", "Swaziland": "SWZ", "Brunei Darussalam": "BRN", "Lao PDR": "LAO",
}  # fmt: skip


@cache
def _names() -> dict[str, tuple[str, str, str]]:
    """alpha-3 -> alpha-2, English name, German name."""
    table = {}
    for row in _TABLE.strip().splitlines():
        codes, german = row.split("|")
        alpha3, alpha2, english = codes.split(" ", 2)
        table[alpha3] = (alpha2, english, german)
    return table


@cache
def _spellings() -> dict[str, str]:
    """Every folded spelling that means a country -> its alpha-3 code; codes in any case."""
    spellings = {}
    for alpha3, names in _names().items():
        for spelling in (*names, alpha3):
            spellings[spelling.casefold()] = alpha3
    return spellings | {spelling.casefold(): alpha3 for spelling, alpha3 in _COMMON.items()}


def alpha3(text: str) -> str | None:
    """The alpha-3 code of the country that `text` names by code or common name; None if it names none."""
    return _spellings().get(text.strip().casefold())


def name(code: str, lang: str = "en") -> str:
    """The country's short name in `lang` (`de`, else English); a code that is no country is its own name."""
    names = _names().get(code)
    return (names[2] if lang == "de" else names[1]) if names else code


def codes() -> tuple[str, ...]:
    """All alpha-3 codes."""
    return tuple(_names())


_TABLE = """
ABW AW Aruba|Aruba
AFG AF Afghanistan|Afghanistan
AGO AO Angola|Angola
AIA AI Anguilla|Anguilla
ALA AX Åland Islands|Ålandinseln
ALB AL Albania|Albanien
AND AD Andorra|Andorra
ARE AE United Arab Emirates|Vereinigte Arabische Emirate
ARG AR Argentina|Argentinien
ARM AM Armenia|Armenien
ASM AS American Samoa|Amerikanisch-Samoa
ATA AQ Antarctica|Antarktis
ATF TF French Southern Territories|Französische Süd- und Antarktisgebiete
ATG AG Antigua & Barbuda|Antigua und Barbuda
AUS AU Australia|Australien
AUT AT Austria|Österreich
AZE AZ Azerbaijan|Aserbaidschan
BDI BI Burundi|Burundi
BEL BE Belgium|Belgien
BEN BJ Benin|Benin
BES BQ Caribbean Netherlands|Karibische Niederlande
BFA BF Burkina Faso|Burkina Faso
BGD BD Bangladesh|Bangladesch
BGR BG Bulgaria|Bulgarien
BHR BH Bahrain|Bahrain
BHS BS Bahamas|Bahamas
BIH BA Bosnia & Herzegovina|Bosnien und Herzegowina
BLM BL St. Barthélemy|St. Barthélemy
BLR BY Belarus|Belarus
BLZ BZ Belize|Belize
BMU BM Bermuda|Bermuda
BOL BO Bolivia|Bolivien
BRA BR Brazil|Brasilien
BRB BB Barbados|Barbados
BRN BN Brunei|Brunei Darussalam
BTN BT Bhutan|Bhutan
BVT BV Bouvet Island|Bouvetinsel
BWA BW Botswana|Botsuana
CAF CF Central African Republic|Zentralafrikanische Republik
CAN CA Canada|Kanada
CCK CC Cocos (Keeling) Islands|Kokosinseln
CHE CH Switzerland|Schweiz
CHL CL Chile|Chile
CHN CN China|China
CIV CI Côte d’Ivoire|Côte d’Ivoire
CMR CM Cameroon|Kamerun
COD CD Congo - Kinshasa|Kongo-Kinshasa
COG CG Congo - Brazzaville|Kongo-Brazzaville
COK CK Cook Islands|Cookinseln
COL CO Colombia|Kolumbien
COM KM Comoros|Komoren
CPV CV Cape Verde|Cabo Verde
CRI CR Costa Rica|Costa Rica
CUB CU Cuba|Kuba
CUW CW Curaçao|Curaçao
CXR CX Christmas Island|Weihnachtsinsel
CYM KY Cayman Islands|Kaimaninseln
CYP CY Cyprus|Zypern
CZE CZ Czechia|Tschechien
DEU DE Germany|Deutschland
DJI DJ Djibouti|Dschibuti
DMA DM Dominica|Dominica
DNK DK Denmark|Dänemark
DOM DO Dominican Republic|Dominikanische Republik
DZA DZ Algeria|Algerien
ECU EC Ecuador|Ecuador
EGY EG Egypt|Ägypten
ERI ER Eritrea|Eritrea
ESH EH Western Sahara|Westsahara
ESP ES Spain|Spanien
EST EE Estonia|Estland
ETH ET Ethiopia|Äthiopien
FIN FI Finland|Finnland
FJI FJ Fiji|Fidschi
FLK FK Falkland Islands|Falklandinseln
FRA FR France|Frankreich
FRO FO Faroe Islands|Färöer
FSM FM Micronesia|Mikronesien
GAB GA Gabon|Gabun
GBR GB United Kingdom|Vereinigtes Königreich
GEO GE Georgia|Georgien
GGY GG Guernsey|Guernsey
GHA GH Ghana|Ghana
GIB GI Gibraltar|Gibraltar
GIN GN Guinea|Guinea
GLP GP Guadeloupe|Guadeloupe
GMB GM Gambia|Gambia
GNB GW Guinea-Bissau|Guinea-Bissau
GNQ GQ Equatorial Guinea|Äquatorialguinea
GRC GR Greece|Griechenland
GRD GD Grenada|Grenada
GRL GL Greenland|Grönland
GTM GT Guatemala|Guatemala
GUF GF French Guiana|Französisch-Guayana
GUM GU Guam|Guam
GUY GY Guyana|Guyana
HKG HK Hong Kong|Hongkong
HMD HM Heard & McDonald Islands|Heard und McDonaldinseln
HND HN Honduras|Honduras
HRV HR Croatia|Kroatien
HTI HT Haiti|Haiti
HUN HU Hungary|Ungarn
IDN ID Indonesia|Indonesien
IMN IM Isle of Man|Isle of Man
IND IN India|Indien
IOT IO British Indian Ocean Territory|Britisches Territorium im Indischen Ozean
IRL IE Ireland|Irland
IRN IR Iran|Iran
IRQ IQ Iraq|Irak
ISL IS Iceland|Island
ISR IL Israel|Israel
ITA IT Italy|Italien
JAM JM Jamaica|Jamaika
JEY JE Jersey|Jersey
JOR JO Jordan|Jordanien
JPN JP Japan|Japan
KAZ KZ Kazakhstan|Kasachstan
KEN KE Kenya|Kenia
KGZ KG Kyrgyzstan|Kirgisistan
KHM KH Cambodia|Kambodscha
KIR KI Kiribati|Kiribati
KNA KN St. Kitts & Nevis|St. Kitts und Nevis
KOR KR South Korea|Südkorea
KWT KW Kuwait|Kuwait
LAO LA Laos|Laos
LBN LB Lebanon|Libanon
LBR LR Liberia|Liberia
LBY LY Libya|Libyen
LCA LC St. Lucia|St. Lucia
LIE LI Liechtenstein|Liechtenstein
LKA LK Sri Lanka|Sri Lanka
LSO LS Lesotho|Lesotho
LTU LT Lithuania|Litauen
LUX LU Luxembourg|Luxemburg
LVA LV Latvia|Lettland
MAC MO Macao|Macau
MAF MF St. Martin|St. Martin
MAR MA Morocco|Marokko
MCO MC Monaco|Monaco
MDA MD Moldova|Republik Moldau
MDG MG Madagascar|Madagaskar
MDV MV Maldives|Malediven
MEX MX Mexico|Mexiko
MHL MH Marshall Islands|Marshallinseln
MKD MK North Macedonia|Nordmazedonien
MLI ML Mali|Mali
MLT MT Malta|Malta
MMR MM Myanmar|Myanmar
MNE ME Montenegro|Montenegro
MNG MN Mongolia|Mongolei
MNP MP Northern Mariana Islands|Nördliche Marianen
MOZ MZ Mozambique|Mosambik
MRT MR Mauritania|Mauretanien
MSR MS Montserrat|Montserrat
MTQ MQ Martinique|Martinique
MUS MU Mauritius|Mauritius
MWI MW Malawi|Malawi
MYS MY Malaysia|Malaysia
MYT YT Mayotte|Mayotte
NAM NA Namibia|Namibia
NCL NC New Caledonia|Neukaledonien
NER NE Niger|Niger
NFK NF Norfolk Island|Norfolkinsel
NGA NG Nigeria|Nigeria
NIC NI Nicaragua|Nicaragua
NIU NU Niue|Niue
NLD NL Netherlands|Niederlande
NOR NO Norway|Norwegen
NPL NP Nepal|Nepal
NRU NR Nauru|Nauru
NZL NZ New Zealand|Neuseeland
OMN OM Oman|Oman
PAK PK Pakistan|Pakistan
PAN PA Panama|Panama
PCN PN Pitcairn Islands|Pitcairninseln
PER PE Peru|Peru
PHL PH Philippines|Philippinen
PLW PW Palau|Palau
PNG PG Papua New Guinea|Papua-Neuguinea
POL PL Poland|Polen
PRI PR Puerto Rico|Puerto Rico
PRK KP North Korea|Nordkorea
PRT PT Portugal|Portugal
PRY PY Paraguay|Paraguay
PSE PS Palestine|Palästina
PYF PF French Polynesia|Französisch-Polynesien
QAT QA Qatar|Katar
REU RE Réunion|Réunion
ROU RO Romania|Rumänien
RUS RU Russia|Russland
RWA RW Rwanda|Ruanda
SAU SA Saudi Arabia|Saudi-Arabien
SDN SD Sudan|Sudan
SEN SN Senegal|Senegal
SGP SG Singapore|Singapur
SGS GS South Georgia & South Sandwich Islands|Südgeorgien und die Südlichen Sandwichinseln
SHN SH St. Helena|St. Helena
SJM SJ Svalbard & Jan Mayen|Spitzbergen und Jan Mayen
SLB SB Solomon Islands|Salomonen
SLE SL Sierra Leone|Sierra Leone
SLV SV El Salvador|El Salvador
SMR SM San Marino|San Marino
SOM SO Somalia|Somalia
SPM PM St. Pierre & Miquelon|St. Pierre und Miquelon
SRB RS Serbia|Serbien
SSD SS South Sudan|Südsudan
STP ST São Tomé & Príncipe|São Tomé und Príncipe
SUR SR Suriname|Suriname
SVK SK Slovakia|Slowakei
SVN SI Slovenia|Slowenien
SWE SE Sweden|Schweden
SWZ SZ Eswatini|Eswatini
SXM SX Sint Maarten|Sint Maarten
SYC SC Seychelles|Seychellen
SYR SY Syria|Syrien
TCA TC Turks & Caicos Islands|Turks- und Caicosinseln
TCD TD Chad|Tschad
TGO TG Togo|Togo
THA TH Thailand|Thailand
TJK TJ Tajikistan|Tadschikistan
TKL TK Tokelau|Tokelau
TKM TM Turkmenistan|Turkmenistan
TLS TL Timor-Leste|Timor-Leste
TON TO Tonga|Tonga
TTO TT Trinidad & Tobago|Trinidad und Tobago
TUN TN Tunisia|Tunesien
TUR TR Türkiye|Türkei
TUV TV Tuvalu|Tuvalu
TWN TW Taiwan|Taiwan
TZA TZ Tanzania|Tansania
UGA UG Uganda|Uganda
UKR UA Ukraine|Ukraine
UMI UM U.S. Outlying Islands|Amerikanische Überseeinseln
URY UY Uruguay|Uruguay
USA US United States|Vereinigte Staaten
UZB UZ Uzbekistan|Usbekistan
VAT VA Vatican City|Vatikanstadt
VCT VC St. Vincent & Grenadines|St. Vincent und die Grenadinen
VEN VE Venezuela|Venezuela
VGB VG British Virgin Islands|Britische Jungferninseln
VIR VI U.S. Virgin Islands|Amerikanische Jungferninseln
VNM VN Vietnam|Vietnam
VUT VU Vanuatu|Vanuatu
WLF WF Wallis & Futuna|Wallis und Futuna
WSM WS Samoa|Samoa
YEM YE Yemen|Jemen
ZAF ZA South Africa|Südafrika
ZMB ZM Zambia|Sambia
ZWE ZW Zimbabwe|Simbabwe
"""
