"""First names of Spain, Latin America, the United States and the United Kingdom, folded; written down by hand from common knowledge."""

from relevo.understanding.tokens import word_set

FIRST_NAMES = word_set("""
    aaliyah aaron abbie abby abdel abdul abel abelardo abigail abraham abril ada adalberto adam adama adan addison adela
    adelaida adele adelina adolfo adrian adriana adriano adrien adrienne agata agnieszka agustin agustina ahmed aida aidan
    aiden aileen aimee ainara ainhoa ainoa aisha aitana aitor akira alan alana alasdair alastair alba albert alberta alberto
    aldana aldo alec alejandra alejandro alejo aleksander alessandro alex alexa alexander alexandra alexandria alexia alexis
    alfie alfonsina alfonso alfred alfredo ali alice alicia alina alirio alison alistair allan allen allison alma almudena
    alondra alonso alvarito alvaro alvin alyssa amada amadeo amaia amalia amancio amanda amaya ambar amber amelia america
    amina amir amit amparo amy ana anabel anabella anahi anais analia ananya anastasia anastasio anders andoni andre andrea
    andreea andrei andreina andres andrew andy anel angel angela angeles angelica angelina angelines angharad angie angus
    aniceto anil anita anjali ann anna annabel annabelle anne annette annie anselmo anthony antia antoine anton antonella
    antoni antonia antonieta antonina antonio antony anxo aoife aquilino arabela araceli arantxa aranzazu arcadio archibald
    archie ardith ariadna ariana arianna ariel ariela arjun arlene arlette armando arnau arnold arthur arturo arun ascension
    asha ashleigh ashley asier astrid asuncion atanasio aubrey audrey augusta augusto aurelia aurelio aurora austin ava
    avelina avelino avery axel azahara aziz azucena azul baltasar barb barbara barnaby barry bart bartolome bartomeu basilio
    bautista beatrice beatriz becky begona belen belinda ben benedict benedicto benigno benita benito benjamin bennett bernabe
    bernadette bernard bernarda bernardino bernardo bernice bert berta bertha beryl bessie beth bethan bethany beto betsabe
    betsy betty bev beverley beverly bianca bibiana bilal bill billy bjorn blair blake blanca blanche blas bob bobby bogdan
    bonifacio bonnie boris borja brad bradley brandi brandon brandy braulio brayan brayden brenda brendan brent brett brian
    bridget brigida brigitte britney brittany bronwyn brooke bruce bruna bruno bryan bryce bryony caitlin caleb calixto callum
    calvin cameron camila camille camilo candace candela candelaria candice candida candido caridad carina carl carla carles
    carlos carlota carly carme carmela carmelo carmen carmina caro carol carolina caroline carolyn carrie carter casandra
    casey casimiro cassandra cassie cata catalina catherine cathy catriona cayetana cayetano cecil cecilia cecilio cedric
    ceferino celeste celestino celia celina celine celso cesar cesareo chabela chad chan chandler charlene charles charlie
    charlotte charo chase chayo chelo chelsea chema chen cheryl chester chiara chloe chris christa christian christie
    christina christine christopher christy chuck chus chuy ciara cindy cinthia cintia cipriano ciro claire clara clarence
    clarisa clark claude claudia claudio clayton clemencia clemente cleofe cliff clifford clint clinton clive clotilde clyde
    cody colby cole colette colin colleen collin concepcion concha conchi conchita coni connie connor conor constance
    constantino constanza consuelo cora corey corina cormac cornelio cory cosme cosmin courtney craig cristian cristina cristo
    cristobal cristofer cruz crystal curro curtis cynthia cyril dafne dafydd dagoberto daiana daisy dakota dale dalia dalila
    dallas damaris damian damien damon dan dana dane dani dania daniel daniela danielle danilo danny dante daphne dara darcy
    daren daria dariela dario darlene darrell darren darryl daryl dave david dawn dayana daysi dean deanna deb debbie debora
    deborah debra declan dee deepak deepika deirdre delfin delfina delia delores demetrio denis denise dennis derek derrick
    deshawn desiderio desiree desmond devin devon dexter diana diane dianne dick diego dillon dilys dimas dina dionisio dirk
    dmitri dolores dominga domingo dominic dominique don donald donna donovan dora doreen doris dorotea dorothy dot doug
    douglas drew duane dudley dulce duna duncan dustin dwayne dwight dylan earl ebony ed eddie edelmira edelmiro eder edgar
    edgardo edison edith edmund edmundo edna eduard eduarda eduardo edurne edward edwin edwina efrain efren eider eileen
    eilidh eladia eladio elaine elba eleanor elena eleonora eleuterio elia eliana elias eliberto elif eligio elijah eliot
    elisa elisabet elisabeth elisenda eliseo eliza elizabeth ella elle ellen ellie elliot elliott ellis eloisa eloise eloy
    elsa elton elvira emanuel emerita emeterio emilia emiliana emiliano emilio emily emma emmanuel emmett emre encarna
    encarnacion encarni eneko engracia enid enric enrique enriqueta enzo eoin epifanio eric erica erick erika erin ernest
    ernestina ernesto esmeralda esperanza estanislao esteban estefania estela estelle ester estevan esther estibaliz estrella
    etelvina ethan ethel eugene eugenia eugenio eulalia eulalio eulogio eunice eusebia eusebio eustaquio eva evan evangelina
    evaristo eve evelia evelin evelyn ewan ezequiel fabian fabiana fabio fabiola facundo fadi faith fanny farah farid fatemeh
    fatima fatma faustina faustino fausto fay faye fede federica federico feliciano felicidad felicitas felicity felipa felipe
    felisa felix fer ferdinando fermin fern fernanda fernando ferran fidel fidela filemon filomena finlay finley fiona
    fiorella flavia flavio flo flor flora florence florencia florencio florentina florentino florinda floyd fortunato frances
    francesc francesca francis francisca francisco franco francois frank frankie franklin fred freda freddie freddy frederick
    freja freya frida froilan fructuoso fulgencio gabe gabino gabriel gabriela gaby gael gail gala galo gareth garrett garry
    gary gaspar gaston gastor gavin gema gemma genaro gene genoveva geoff geoffrey george georgia georgina gerald geraldine
    gerard gerarda gerardo german gerry gertrude gertrudis gervasio giancarlo gil gilbert gilberto gilda giles gillian gina
    ginger giovanna giovanni gisela giselle gita giulia giuseppe gladis gladys glen glenda glenn gloria gonzalo gordon gorka
    grace gracia graciela graeme graham grainne grant greg gregg gregoria gregorio gregory greta gretchen gricelda griselda
    guadalupe guille guillem guillermina guillermo gumersindo gus gustavo guy guzman gwen gwendolyn hailey haizea hal haley
    hamid hamish hamza hana hank hanna hannah hao harley harold harriet harriett harris harrison harry haruka harvey hassan
    hayden hayley hazel heather hector heidi helen helena helga heliodora henrietta henry herbert heriberto herman hermelinda
    hermenegildo herminia herminio hernan hernando higinio hilaria hilario hilary hilda hipolito hiroshi holly homero honorio
    hope horacio hortensia howard hubert hugo humberto humphrey hunter huong hussein hyun iago iain ian ibai ibrahim ida idoia
    ignacia ignacio igor ike iker ildefonso ilse imanol imelda imma imogen imran inaki ines ingrid inigo inma inmaculada
    inocencia inocencio ioana ion ira iraida irene iria irina iris irma irving isaac isabel isabela isabella isabelle isaias
    isaura isela isidora isidoro isidro isla ismael isobel israel itzel itziar ivan ivana ivette ivonne ivor ivy iwan izan
    jacinta jacinto jack jackie jackson jacob jacobo jacqueline jade jaime jairo jake jamal james jamie jan jane janet janeth
    janice janine jaquelin jared jasmine jason jasper jaume javier javiera jay jayden jayne jazmin jean jeanette jeanne
    jeannette jeff jeffery jeffrey jemima jemma jenifer jenna jennifer jenny jeremiah jeremias jeremy jermaine jerome jeronimo
    jerry jess jesse jessenia jessica jessie jesus jesusa jhon jhonatan jiho jill jillian jim jimena jimmy jin jing jo joaco
    joan joana joanna joanne joaquim joaquin joaquina jocelyn jodie jody joe joel joey johana johanna john johnnie johnny
    jolene jon jonah jonas jonatan jonathan jordan jordi jordina jorge jorgelina jose joseba josefa josefina josep joseph
    josephine josh joshua josue jovita joy joyce juan juana juancho juanita juanjo juanma jude judit judith judy julen julia
    julian juliana julianne julie juliet julieta julio julissa june justa justin justina justino justo kaitlyn kara kareem
    karen karim karina karl karla karol karolina katarzyna kate katerin katherine kathia kathleen kathryn kathy katia katie
    katrina katy kavita kay kayla kaylee keila keisha keith kellie kelly ken kendall kendra kenia kenji kenneth kenny kent
    kerry kevin khadija khalid kieran kiko kim kimberley kimberly kirk kirsten kirsty kit kofi koldo kristen kristin kristina
    kristy kurt kwame kyle kylie lacey lachlan laia laila lakshmi lana lance lara larisa larry lars latoya laura laureano
    lauren laurence laurie lautaro lavinia lawrence lazaro leah leandra leandro leanne lee leidy leigh leila leire lena lencho
    lenny leo leocadia leocadio leon leonard leonardo leoncio leonel leonela leonidas leonor leonora leopoldo leroy lesley
    leslie lester leticia lety levi lewis leyre li lia liam libby liberto libia lidia ligia lilia lilian liliana lillian lily
    lina linda lindsay lindsey ling linh lino lionel lisa lisandro lisbeth livia liz liza lizbeth lizeth llorenc lloyd lluc
    lluis logan lois lola loli lorena lorenza lorenzo loreto loretta lori lorna lorraine lou louis louise lourdes luca lucas
    lucero lucia luciana luciano lucila lucinda lucio lucrecia lucy luigi luis luisa luisana luke lupe lupita luz lydia lyle
    lynda lynette lynn lynne mabel macarena macaria macario mackenzie maddie madeleine madeline madison mae maeve mafalda
    magali magalis magda magdalena maggie mahmoud maia maicol maider maikel maisie maitane maite malcolm malena malik mandy
    manel manoli manolo manu manuel manuela mar mara marc marcel marcela marceli marcelina marcelino marcelo marcia marcial
    marco marcos marcus marek margalida margaret margarita marge margie margot marguerite mari maria mariam marian mariana
    mariangel marianne mariano maribel maricarmen maricela maricruz marie mariel mariela marilu marilyn marina mario marion
    mariona marisa marisol maritza marjorie mark marlene marlon marsha marshall marta martha marti martin martina martiniano
    martirio martyn maruja marvin mary mason mateo mateu mateusz mathew matias matilde matt matthew maude maura maureen
    maurice mauricio mauro mavis max maxi maxima maximiliano maximino maximo maxine maxwell may mayra meche meg megan meghan
    mehmet mei melania melanie melchor melina melinda melisa melissa melody melvin memo merce mercedes mercy meredith
    meritxell merle mia micaela michael michaela michele michelle mick miguel miguela mihai mike mikel milagro milagros
    mildred milena miles mili millie milton mina mindy ming minh minnie miranda mireia mireya miriam mirta misael mitch
    mitchell mo modesta modesto moe mohamed mohammad mohammed mohan moira moises molly mona moni monica monika monique
    monserrat montse montserrat morag morena morgan morris muhammad muriel murray mustafa mya myra myriam myrtle nacho nadia
    nadine nagore nahia nahuel nallely nancy nano naomi narcisa narciso nat natacha natalia natalie natalio natasha nate
    nathan nathaniel natividad naveen nayara nayeli nazaret neal ned neha neil nelida nell nellie nelly nelson nemesio nerea
    nereida nestor neto neus neville nguyen niamh nicanor nicasio nicholas nicky nicola nicolas nicolasa nicole nidia nieves
    nigel nikhil nikki nikolai nil nilda nina noa noah noe noel noelia noemi nolan nora norberto norma norman nuno nuria
    obdulia octavia octavio odalis odile odilia ofelia oisin oksana olaf olaia olalla olaya olegario olena olga olive oliver
    olivia olivio ollie omar onofre opal oriol orla orlaith oscar osmar osvaldo oswald oswaldo otilia otis oto ovidio owen
    pablo paco padraig paige palmira paloma pam pamela pancha pancho paola paolo pascual pastora pat pato patrice patricia
    patricio patrick patsy patti patty patxi pau paul paula paulina pauline paulino paulo pawel paz pearl pedro peggy pelayo
    penelope penny pepa pepe pepi percy peregrina perla perry pete peter petra petrona phil philip philippa phillip phoebe
    phyllis pia piedad pierre piers pilar pili piotr placida placido plinio pol policarpo polly polo pooja poppy porfirio
    prakash presentacion preston priscilla priya prudence prudencia prudencio pura purificacion quentin queralt quim quincy
    quique quirino rachael rachel radu rafa rafael rafaela rahul raimunda raimundo raj rajesh ralph ramiro ramon ramona
    randall randy rania raphael raquel rashid raul ravi ray raymond rdz rebeca rebecca reece refugio reg reggie regina
    reginald regino reina reinaldo remedios remigio renata renato rene reuben rex reyes reynaldo rhiannon rhoda rhonda rhys
    ricard ricarda ricardo rich richard rick ricky rigoberto riley rita rob robbie robert roberta roberto robin robyn rochelle
    rocio roderick rodney rodolfo rodri rodrigo rogelia rogelio roger rohan roland rolando roma roman romeo romina romulo ron
    ronald ronan ronnie roque rory rosa rosalba rosalia rosalind rosalinda rosana rosario rosaura rose roseanne rosemary
    rosendo rosie rosina rosita ross rowan rowena roxana roxanne roy ruben rubin ruby rudolph rufina rufino rufus rupert
    ruperto russ russell rusty ruth ryan sabina sabrina sadie sagrario said sakura sally salma salome salomon salud salvador
    salvadora sam samanta samantha samara samir sammy samuel sandra sandy sanjay santi santiago santino santos santosh saoirse
    sara sarah sarai saray saskia saturnina saturnino saul savannah scarlett scott sean sebastian sebastiana segismundo selena
    selene selim selina serafin serafina serena sergei sergi sergio servando seth severiano severino severo shane shannon
    sharon shaun shauna shawn sheena sheila sheldon shelley shelly sheri sherri sherry shirley shreya sian sid sidney sienna
    sigfrido silverio silvestre silvia silvina silvio simeon simon simona simone sinead siobhan skye socorro sofi sofia sol
    sole soledad sonia sonsoles sonya soojin sophia sophie soraya spencer stacey stacy stan stanley stefan stefania stella
    stephanie stephen steve steven stewart stu stuart sue suleika sulema summer sunil sunita suresh susan susana susanna
    susannah susie suzanne sven svetlana sybil syd sydney sylvia tabitha tadeo tamara tamsin tania tanner tanya tara tariq
    tasha tatiana taylor ted telma teo teodora teodoro teodosio teofilo tere terence teresa teresita teri terrance terrence
    terri terry tess tessa thais thalia thanh thea thelma theo theodore theresa therese thiago thierry thomas tiago tiburcio
    tiffany tilly tim timoteo timothy tina tincho tirso tobias toby tod todd tom tomas tomasa tomasz tommy toni tonia tono
    tony tonya tori toribio tracey traci tracy travis trent trevor tricia trini trinidad trish trisha tristan troy trudy txema
    tyler tyrell tyrone ulises uma unai urbano uriel ursula usman uxia val vale valentin valentina valentino valeria valeriano
    valerie valerio vane vanesa vanessa vaughn velia venancio ventura vera verity vernon veronica vicenta vicente vicki vickie
    vicky victor victoria victoriano victorino vidal vijay vikram vilma vince vinicio viola violet violeta virgilio virginia
    virtudes visitacion vivian viviana vivienne vlad vladimir wade wallace walt walter wanda warren washington wayne wei
    wenceslao wendy wesley whitney wilbur wilfredo will willa william willie willis wilmer wilson winifred winnie winston
    woody wyatt xabi xabier xavi xavier xenia ximena ximo xin xiomara xoan xose xuan yadira yago yaiza yajaira yamila yamile
    yamileth yanet yanina yara yaretzi yasir yasmin yasmina yasmine yazmin yenifer yeray yesenia yesica ylenia yocasta yohana
    yolanda yolima yolis yon yosef youssef yovani yuki yulia yuliana yurani yurema yuri yusuf yvette yvonne zac zacarias zach
    zachary zack zaida zainab zaira zara zelda zena zenaida zenon zeynep zoe zoey zofia zoila zoraida zuleima zulema zuleyka
    zulma zuri
""")

# First names that are also words, months, places, brands or surnames: alone they say nothing.
NOT_ALONE = word_set("""
    abril alba alexa ali alma amada amber america angel angeles ariel art ascension asuncion aurora austin ava azul bill blair
    blake blanca bobby brandi brandy candela candida candido caro cata celeste chan chandler charlotte chase chelsea chen
    chuck clara clarence clark clemente clinton concha coni constance cora cristo cruz crystal curro daisy dakota dale dallas
    dante dawn dean deb dee devin devon dick dolores domingo don dora dot drew dulce duna earl ebony ed ella elle ellis
    emerita esmeralda esperanza estrella eva eve faith fay felicidad felicity fer fern fidel finley flor flora florence
    florencia fortunato franco gala galo gene georgia gil ginger glen gloria grace gracia grant greta guadalupe gus guy hal
    hao harrison hazel heather holly hope hunter ion iris israel ivy jackson jade jan jason jay jazmin jin jordan joy jude
    julio june justa justo kent kirk kit lance lee leo leon li ling logan lucero luz madison mae mar mara marina mark mason
    max maxi maxima maximo may mayo melody memo mercedes mercy mia milagro milagros miles mili mina mo morena morgan nano nat
    natividad nelson nieves nil norma olive opal oto paloma pat pato paz pearl penny perry pia piedad pol polo poppy
    presentacion primitivo prudence pura raj ray refugio regina reina remedios rex reyes rich rick rob roma roman romeo rosa
    rosario rose rowan ruby rusty said salud salvador salvadora sandy santiago santos savannah segundo severo sherry sid
    sienna skye socorro sol sole soledad summer sydney taylor tilly trent trinidad troy tyler urbano val vale valentina
    valentino vaughn ventura vera verity victoria vidal viola violet violeta virginia virtudes wade wallace warren washington
    wayne will willie wilson winston zara
""")
