"""Surnames of Spain, Latin America, the United States and the United Kingdom, folded; written down by hand from common knowledge."""

from relevo.understanding.tokens import word_set

SURNAMES = word_set("""
    abad abadia abarca abascal abbott abella abrams abreu acevedo acosta acuna adame adams adamson adkins adrover afonso
    aguado aguayo agudelo agudo aguero aguiar aguila aguilar aguilera aguirre ahmed ahumada ainsworth akhtar alameda alaniz
    alarcon alba albarracin alberdi albornoz albright alcala alcalde alcantara alcaraz alcazar alcocer alcolea aldana alegre
    alegria aleman alexander alfaro alfonso ali allan allen allende allison almagro almanza almeida almonte alonso alsina
    altamirano alvarado alvarez alves alvira amador amaro amat amaya amezcua amigo amor amoros amrani anaya anderson andrade
    andreu andrews andujar angulo ansari anton antunez aparicio apodaca aponte appleton aragon aramburu arana aranda arango
    araque araujo arauz araya arboleda arce archer arcos ardila arellano arenas arevalo argote arguello arias ariza arjona
    armas armendariz armenta armijo armstrong arnaiz arnau arnedo arnold aroca aros arranz arredondo arreola arriaga arribas
    arrieta arroyo arteaga artigas artiles arzola ascencio asensio ashby ashton astudillo atienza atkins atkinson austin
    avalos avendano avery avila aviles ayala ayers ayuso azcona aznar azpeitia baca badia baena baez bailey bain baird baker
    balaguer balderas baldwin ball ballard ballester ballesteros balmaceda banerjee banks banuelos baptista barahona barajas
    baranda barba barber barbero barbosa barcelo barco bargallo barker barlow barnes barnett barr barragan barrera barreto
    barrett barrientos barrio barrios barron barroso barry bartlett bartolome barton bassett basterra bates batista batlle
    bauer bautista baxter bayon baz beard beasley beattie beatty becerra becerril beck becker begum bell beltran benali
    benavente benavides benavidez bender benitez bennett benson bentley bento berg berger bermejo bermudez bernabeu bernal
    bernat bernstein berrios berrocal berry best betancourt betancur bird bishop black blackburn blackwell blair blake blanch
    blanchard blanco blasco blazquez bloom bohorquez bolanos bolivar bolton bond bonet bonilla boone booth borges borja borras
    borrego botella bouzid bowden bowen bowers bowman boyd boyle boza bradford bradley bradshaw brady brandt bravo brea
    brennan brewer briceno bridges briggs bright briones brito brizuela brock brooks brown browning bruce bryan bryant
    buchanan buck buckley buendia bueno buitrago burgess burgos burke burnett burns burrows burton bush bustamante bustos
    butler byrd byrne caballero cabanas cabello cabeza cabral cabrera caceres cadena cadenas caicedo cain calderon caldwell
    calero callahan calle calleja calvillo calvo calzada camacho camara camarena camargo camejo cameron camino campbell campos
    canales canas candelario cando cannon cano cantero canto cantu capdevila caraballo carbajal carballo carbonell cardenas
    cardona cardoso cardozo carey carlson carmona carnero carney caro carpenter carpio carr carranza carrasco carrascosa
    carreno carrera carreras carretero carrillo carrion carro carroll carson carter cartwright carvajal carvalho casado casal
    casals casanova casares casas cascales casey cassidy castaneda castano castell castellano castellanos castello castells
    castilla castillo castro catalan catari cavazos cazorla ceballos cebrian cedillo centeno cepeda cerda cervantes cervera
    cespedes chacon chambers chamorro chan chandler chang chapa chapman charles chase chaudhry chavarria chaves chavez chen
    cheng cherry chico chinchilla choi chopra choque christensen chung church cid cifuentes cisneros clark clarke claver
    clayton clemente clements climent cline cobb cobo cobos cochran codina coello cohen cole coleman coll collado collazo
    collier collins colmenero coloma colon colque comas combs conde condori conley connolly connor contreras conway cook cooke
    cooley cooper copeland corbett corcuera cordero cordoba cordova cornejo corona coronado coronel corral corrales correa
    corredor cortes cortez cortina cosio costa cota cotto covarrubias cowan cox craig crane crawford crespi crespo crosby
    cross crowley cruces cruz cuadra cuadrado cuadros cubero cuellar cuenca cuervo cuesta cueto cuevas cummings cunningham
    curbelo currie curry curtis dalton daly daniel daniels daugherty davenport davey davidson davies davila davis davison
    dawson day daza dean decker delgado delrio delvalle dennis desai devlin diaz dickinson dickson diez dillon dixon dobson
    dodd doherty dominguez donaire donaldson donnelly donoso donovan dorado doria dougherty douglas doyle drake drew duarte
    dudley duenas duffy dufour duncan dunlap dunn duque duran durham dyer eaton echavarria echeverri echeverria edmonds
    edwards egea elizalde elizondo elliott ellis ellison emerson encinas england english enriquez erazo erickson escalante
    escalona escamilla escobar escobedo escribano escudero espada esparza espin espino espinosa espinoza esquivel esteban
    esteve estevez estrada estrella etchegaray etcheverry etxebarria etxeberria evans everett ewing exposito fabregas fajardo
    falcon farias farley farmer farre farrell faulkner feijoo feliu ferguson fernandes fernandez fernando ferrandiz ferrando
    ferrari ferreira ferreiro ferrer ferrera ferrero ferri ferro field fields fierro figueras figueroa finch finley fischer
    fisher fitzgerald fitzpatrick fleming fletcher flores florez floyd flynn folch foley fonseca font fontan fontana forbes
    ford foreman forero forner forster fortea foster fowler fox fraga fraile fraire francis franco frank franklin fraser
    frazier freeman freire freixa freixas french frias friedman frost fructuoso frye fuenmayor fuentes fuertes fuller funes
    fuster galan galarza galdamez galeano galera galiano galindo gallagher gallardo gallego gallegos galloway galvan galvez
    galvis gamarra gambin gamboa gamez gandara garay garces garcia gardner garibay garner garrett garrido garriga garrison
    garza gascon gaspar gastelum gates gavilan gavira gaytan gento george gibbons gibbs gibson gil gilbert gill gillespie
    gilmore gimenez gimeno giner giraldo giron girona gispert glass glenn glover godinez godoy goicoechea goldberg golden
    goldman goldstein gomes gomez gomis gonzales gonzalez gonzalo good goodman goodwin gordillo gordo gordon gorriz gould goya
    goytia gracia grady graham granado granados grande grant grau graves gray green greenberg greene greer gregory griego
    griffin griffith griffiths grijalva grimes gross guajardo guaman guardado guardia guardiola guerra guerrero guevara
    guijarro guillen guirao gupta guthrie gutierrez guzman haddad hahn haley hall hamilton hammond hampton hancock hanna
    hansen hanson harding hardy harmon haro harper harrell harrington harris harrison hart hartley hartman harvey hassan
    hastings hawkins hayes haynes head heath hebert henderson hendricks hendrix henry henson heras heredia herman hermida
    hermosillo hernandes hernandez hernando herranz herrera herrero herreros herring hervas hess hewitt hickman hicks hidalgo
    higgins higuera hill hinojosa hobbs hodge hodges hodgson hoffman hogan holden holder holguin holland holloway holmes holt
    hood hooper hoover hope hopkins hopper horn horne horton house houston howard howe howell hoyos huaman hubbard huber
    hudson huerta huertas huff huffman huggins hughes hull humphrey hunt hunter hurley hurst hurtado hussain hutchinson hyde
    ibanez ibarra ibarrola iglesias illescas inclan infante ingram iniesta insua ionescu iriarte iribarren irigoyen irizarry
    irwin isla ivanov izaguirre izquierdo jackson jacobs jacobson jaen jaime jaimes jain james jaquez jaramillo jarvis
    jefferson jenkins jennings jensen jerez jimenez johns johnson johnston jones jordan joseph joshi jover joyce juan juarez
    julian junco jurado kane kapoor kaufman kaur kay keith keller kelley kelly kemp kendall kennedy kent kerr khan kim king
    kirby kirk klein kline knapp knight knowles knox koch kowalski kramer krauss kumar labrador lacasa lafuente lago lagos
    laguna lamas lamb lambert lancaster landa landeta lane lang lanza lara laredo larios larrea larrinaga larsen larson
    lasheras laso latorre lawrence lawson lazaro leach leal lebron ledesma ledo lee leiva lemos lemus leon leonard lerma
    lester levine levy lewis leyva lezama lima linares lindsay lindsey lira little livingston llado llamas llanos llopis
    llorens llorente lloret lloyd lluch loaiza lobato lobo logan lomas long lopes lopez lorca lorente lorenzo losa losada lowe
    lowery loyola lozano lucas lucena lucero lucio lugo luis lujan luna luque lynch lynn lyons macdonald macdougall machado
    machuca macias mackay mackenzie macleod madden maddox madera madrid madrigal maestre maestro magana magro mahoney malave
    maldonado malik malone mamani mann manning manrique mansilla manzanares manzano marcano marchante marchena marcos mares
    marin marino marks marmol marques marquez marrero marroquin marsh marshall marti martin martinez martins martos mas mason
    massey mata matas mateo mateos mateu matos matthews maxwell may maya mayo mayor mayorga maza mazo mcallister mcbride
    mccann mccarthy mcclure mcconnell mccormack mccormick mccoy mccullough mcdaniel mcdermott mcdonald mcdowell mcfarland
    mcgee mcgill mcgowan mcgrath mcgregor mcguire mcintosh mcintyre mckay mckee mckenna mckenzie mckinney mcknight mclaughlin
    mclean mcleod mcmahon mcmillan mcnamara mcneil mcpherson mcqueen mead meadows medina medrano mehta mejia mejias melendez
    melero melgar mella melo melton mena mendes mendez mendiola mendizabal mendoza menendez meneses mensah mercader mercado
    mercer merchan merino merritt mesa metcalfe meyer meyers meza michael middleton mier miguel miles millan miller millet
    mills milne minguez miquel mir mira miralles miramontes miranda miro mistry mitchell mocholi molero molina moliner
    molinero molla mompo monge monje monreal monroy montalvo montanes montano monteagudo montenegro montero monterroso montes
    montesinos montiel montilla montoya monzon moody moon moore mora moraga moral morales moran morante moreira moreno morera
    moreta morgan moriles morillo moro morote morris morrison morrow morse morton moses mosley mosquera moss mota moya moyano
    moyer mozo mueller mukherjee mulero mullen mullins munguia muniz munne munoz murcia murguia muriel murillo muro murphy
    murray myers nadal nair najera naranjo narvaez nash nava navarrete navarro navas naylor neal nebot negrete negron neira
    nelson neri nevado nevarez newman newton nguyen nicholls nichols nicholson nicolas nieto nieves nino nixon noble nogales
    noguera nogues nolan noriega norman norris north norton novak novoa nunes nunez oakley obando obregon obrien ocampo ocana
    ocasio ochoa oconnell oconnor odom odonnell ojeda okafor okeefe okoro olarte oliva olivares olivas oliveira oliver olivera
    olivo oller olmedo olmo olmos olsen olson olvera onate oneal oneill oquendo ordaz ordonez orellana orihuela orjuela
    ornelas oropeza orosco orozco orr orta ortega ortiz ortuno osborne osorio ospina osullivan osuna otero ovalle oviedo owen
    owens oyarzun oyola pabon pace pacheco padilla padron paez pagan page palacio palacios palau palma palmer palomares
    palomino palomo pancorbo pantoja pardo paredes pareja parejo park parker parkinson parks parra parrish parry parsons
    partida pascual pastor patel paterson patino patrick patterson patton paul paulino pavon payan payne paz pazos pearce
    pearson peck pedraza pedrero pedrosa pedroza peiro pelaez pellicer pena penaloza penalver pennington perales peralta
    perdomo perea pereda pereira perera peres perez perkins pernas perpinan perry peters petersen peterson petit petrov
    petrova petty pham phelps phillips pichardo pico piedrahita pierce pike pimentel pina pineda pineiro pinero pino pinto
    pinzon pitts pizarro pla plata plaza polanco polo pomares ponce pons poole popa pope popescu porras portela porter portero
    portillo portman posada potter potts powell powers pozo pozos prada prado prados prat prats pratt preciado preston price
    prieto prince pritchard proctor pruitt puente puertas puerto puga pugh puig pujol pulgarin pulido quesada quevedo quezada
    quijano quiles quinn quinones quintana quintanilla quintero quiroga quiros quiroz quispe rabago racero rahman ramirez
    ramon ramos ramsey randall randolph rangel rao raposo rascon rasmussen ray raya raymond real rebolledo rebollo recio reddy
    redondo reed reese reeves regalado regueiro reid reilly reina renteria requena restrepo retamal revilla revuelta rey reyes
    reynolds reynoso rhodes rial riano ribas ribeiro ribera ribes rice rich richards richardson richmond rico ridley riera
    rigby riggs riley rincon rio riojas rios riquelme ritchie rius rivas rivera rivero rizo robbins roberts robertson robinson
    robledo robles robson roca rocha roche rodenas rodrigo rodrigues rodriguez rogers roig rojas rojo roldan rollins rolon
    roma roman romero romeu romo ros rosa rosado rosales rosario rosas rose rosello ross rossi rostro roth rovira rowe rowland
    royo rozas ruano rubiales rubio rueda ruiz rush russell russo rutherford ruvalcaba ryan saavedra sabater sabido saenz saez
    sagastume sahagun sainz saiz sala salamanca salas salazar salcedo saldana saldivar sales salgado salguero salinas salmeron
    salom salvador salvatierra sampayo sampedro samper sanabria sanchez sanchis sancho sanders sanderson sandoval sanford
    sanjuan sanmartin sanroman santacruz santamaria santana santander santiago santillan santisteban santos sanz sarabia
    sargent sarmiento sarria sastre saucedo saunders savage sawyer sayago schmidt schneider schroeder schultz schwartz scott
    seco sedano segarra segovia segui segura sellers sempere senra sepulveda serna serra serrano servin sevilla sevillano
    sexton shah shannon sharma sharp sharpe shaw shea sheikh shelton shepard shepherd sheppard sherman shields short siddiqui
    sierra sifuentes silva silvestre simmons simon simpson sims sinclair singh singleton skinner slater sloan small smart
    smith smythe snow snyder sobrino sol sola solano solares soler solis soliva solomon solorzano solsona soria soriano sosa
    sotelo soto sotomayor sousa sparks spears spence spencer stafford stanley stanton stark steele stein stephens stephenson
    stevens stevenson stewart stokes stone stout strickland strong stuart suarez subirana suero sullivan summers sureda
    sutherland sutton swanson sweeney swift sykes tabares talavera tamayo tanner tapia tarazona tarrega tate taylor tejada
    tejeda tejedor tejera tello tena tenorio teran terry thatcher thomas thompson thomson thornton thorpe ticona tirado
    toapanta tobar todd toledano toledo tolosa tomas tordera toribio toro torralba torre torrecilla torregrosa torrejon
    torrents torres torrijos tous tovar townsend tran travis trejo trevino triana trigo trillo trinidad trujillo tucker
    turnbull turner turrado tyler tyson ubeda ulloa umana underwood urbano urbina urena uribe urquijo urrea urrutia utrera
    uzcategui vaca valbuena valderrama valdes valdez valdivia valencia valencuela valenzuela valera valero valiente valladares
    valladolid valle vallejo vallejos valles valls valverde vance vara varela vargas vasquez vaughan vaughn vazquez vega vegas
    vela velarde velasco velasquez velazquez velez vera verdejo verdu verdugo verduzco vergara vicario vicente vidal vidales
    vieira viera vigil vila vilar vilches villa villacorta villafane villagomez villagra villalba villalobos villalonga
    villanueva villar villareal villarreal villaseca villasenor villegas villena viloria vinas vincent vinuesa viteri vivas
    vives vizcaino wade wagner walker wall wallace waller wallis walsh walter walters walton wang ward ware warner warren
    washington waters watkins watson watts weaver webb weber webster weeks weiss welch wells werner west wheeler whitaker
    white whitehead whitehouse whitfield whitney wiggins wilcox wilde wilder wiley wilkerson wilkins wilkinson williams
    williamson willis wilson winters wise wolf wolfe wong wood woodard woodhouse woods woodward wooten workman wright wu wyatt
    xirau yague yanez yang yates yepes yepez york young yuste zabala zaldivar zambrano zamora zamudio zapata zapatero zaragoza
    zarate zavala zavaleta zelaya zepeda zhang zhao zhu zimmerman zorrilla zubieta zubiri zuniga zurita
""")

# Surnames that are also everyday words: beside a first name they count, alone after a verb they do not.
ALSO_WORDS = word_set("""
    abad aguado agudo alameda alba alcalde alegre alegria aleman amador amigo amor anton arana arboleda archer arcos arenas
    armas arroyo austin avila baca baker ball banks barba barber barbero barco barrera barrio bell bender best bird bishop
    black blanco bloom bond booth bowers bravo bridges bright brock brook brooks brown buck bueno burgos burns bush butler
    caballero cabello cabeza cadena cadenas calle calvo calzada camara camino campos canales canas cannon canto caro carpenter
    carrera carreras carretero carro casa casado casas cash castellano castilla castillo chambers chase cherry church cid clay
    clemente collado conde cook cooper cordero cordoba corona corral corrales corredor cortes cortina costa cox crane crespo
    cross cruces cruz cuadrado cuadros cuervo cuesta cuevas curry dale day dean delgado diez dorado drake duque durham dyer
    england english escribano escudero espada espino esteban estrada estrella exposito farmer field fields fleming flower
    foreman forest fox fraile franco french frias frost fuentes fuertes galan gallego gallo garrido gates glass glover gold
    golden good gordo gracia granado granados grande grant graves gray green grey griego gross guardia guerra guerrero hall
    haro hart head heath heras herrera herrero herring hidalgo higuera hill holder holland hood hook hope horn house houston
    hoyos huerta huertas hull hunt hunter iglesias infante isla izquierdo jaen jordan jurado kay kent king knight labrador
    lago lagos laguna lamb lancaster lane lanza law leal leon lincoln little llamas llanos lobo lomas long losa love low lucas
    lucero luna madera madrid maestro mann manzano marino marks marmol marques mas mason mata may maya mayo mayor mead meadows
    mercado merino mesa miles mills mir mira molina molinero monje montes moody moon mora moral moreno moro moss mota murcia
    muro naranjo navas negrete nevado nieto nieves nino noble nogales north oliva olivo olmo page palacio palacios palma
    palomo pardo paredes pareja park parks pastor paz pena pico pike pino pinto pitts pla plata plaza polo poole pope porter
    portero posada potter powers pozo prado price prieto prince proctor puente puertas puerto pulido quesada ramos ray raya
    real recio redondo reed regalado reina rey reyes ribera rich richmond rico rio rios rizo robles roca rojas rojo roman rosa
    rosado rosales rosario rosas rose rubio rueda rush sal sala salas salvador santos sastre savage sawyer seco segovia segura
    serrano sevilla sharp shepherd shields short sierra silva singer small smart snow sol sola soria sparks stafford stark
    steel stone stout strong summers swift tanner tapia tejada todd toledo toro torre torres triana trigo turner vaca valencia
    valiente valle vara vega vela vera verdugo vicario villa viva vivas wade walker wall ward ware washington waters weeks
    wells west wheeler white wilder winters wise wolf wood woods workman york young zamora zapatero zaragoza
""")
