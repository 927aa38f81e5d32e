/**
 * Running text by language, on which it is measured how many words a line holds. Plain news prose: its words are as long
 * as a paper's words are, and break where they do. Two paragraphs each, since a paragraph's last line is part of the count.
 */
const SAMPLES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'en',
    [
      'The harbour board will decide on Thursday whether the old ferry stays in service for another winter. Its chairman said that a new ship could not be delivered before spring, and that nobody on the islands should have to wait so long for bread, letters and a doctor.',
      'Passengers who came ashore yesterday were of two minds. Some praised the crew, who know every one of them by name; others remembered the morning in March when the engine failed within sight of the pier and a fishing boat had to bring them home.',
    ],
  ],
  [
    'de',
    [
      'Der Hafenausschuss entscheidet am Donnerstag, ob die alte Fähre noch einen weiteren Winter in Betrieb bleibt. Ein neues Schiff könne nicht vor dem Frühjahr geliefert werden, sagte der Vorsitzende, und niemand auf den Inseln solle so lange auf Brot, Briefe und einen Arzt warten müssen.',
      'Die Fahrgäste, die gestern an Land kamen, waren geteilter Meinung. Manche lobten die Mannschaft, die jeden von ihnen beim Namen kennt; andere erinnerten an den Morgen im März, als die Maschine in Sichtweite der Anlegestelle versagte und ein Fischerboot sie nach Hause bringen musste.',
    ],
  ],
  [
    'fr',
    [
      'Le conseil du port décidera jeudi si le vieux bac reste en service un hiver de plus. Un nouveau navire ne pourra pas être livré avant le printemps, a déclaré son président, et personne dans les îles ne devrait attendre aussi longtemps le pain, le courrier et un médecin.',
      'Les passagers descendus à terre hier étaient partagés. Certains louaient l’équipage, qui connaît chacun d’eux par son nom ; d’autres rappelaient ce matin de mars où la machine est tombée en panne en vue de la jetée et où un bateau de pêche a dû les ramener chez eux.',
    ],
  ],
  [
    'es',
    [
      'La junta del puerto decidirá el jueves si el viejo transbordador sigue en servicio otro invierno. Su presidente afirmó que un barco nuevo no podrá entregarse antes de la primavera y que nadie en las islas debería esperar tanto tiempo el pan, las cartas y un médico.',
      'Los pasajeros que desembarcaron ayer tenían opiniones distintas. Algunos elogiaban a la tripulación, que conoce a cada uno por su nombre; otros recordaban aquella mañana de marzo en que la máquina falló a la vista del muelle y un pesquero tuvo que llevarlos a casa.',
    ],
  ],
  [
    'it',
    [
      'Il consiglio del porto deciderà giovedì se il vecchio traghetto resterà in servizio per un altro inverno. Una nave nuova non potrà essere consegnata prima della primavera, ha detto il presidente, e nessuno sulle isole dovrebbe aspettare tanto il pane, le lettere e un medico.',
      'I passeggeri sbarcati ieri erano di pareri diversi. Alcuni lodavano l’equipaggio, che conosce ciascuno di loro per nome; altri ricordavano la mattina di marzo in cui la macchina si fermò in vista del molo e un peschereccio dovette riportarli a casa.',
    ],
  ],
  [
    'pt',
    [
      'A junta do porto decidirá na quinta-feira se o velho barco continua em serviço por mais um inverno. O presidente disse que um navio novo não poderá ser entregue antes da primavera e que ninguém nas ilhas deveria esperar tanto tempo pelo pão, pelas cartas e por um médico.',
      'Os passageiros que desembarcaram ontem dividiam-se. Alguns elogiavam a tripulação, que conhece cada um deles pelo nome; outros lembravam a manhã de março em que a máquina falhou à vista do cais e um barco de pesca teve de os levar para casa.',
    ],
  ],
  [
    'nl',
    [
      'Het havenbestuur beslist donderdag of de oude veerboot nog een winter in dienst blijft. Een nieuw schip kan niet voor het voorjaar worden geleverd, zei de voorzitter, en niemand op de eilanden zou zo lang op brood, brieven en een dokter moeten wachten.',
      'De passagiers die gisteren aan wal kwamen, waren verdeeld. Sommigen prezen de bemanning, die ieder van hen bij naam kent; anderen herinnerden aan de ochtend in maart waarop de machine in het zicht van de steiger uitviel en een vissersboot hen naar huis moest brengen.',
    ],
  ],
  [
    'sv',
    [
      'Hamnstyrelsen avgör på torsdag om den gamla färjan ska gå i trafik ännu en vinter. Ett nytt fartyg kan inte levereras före våren, sade ordföranden, och ingen på öarna borde behöva vänta så länge på bröd, brev och en läkare.',
      'Passagerarna som kom i land i går var av olika mening. Några berömde besättningen, som känner var och en vid namn; andra mindes morgonen i mars då maskinen stannade inom synhåll för bryggan och en fiskebåt fick föra dem hem.',
    ],
  ],
  [
    'fa',
    [
      'هیئت بندر روز پنجشنبه تصمیم می‌گیرد که کشتی قدیمی یک زمستان دیگر در خدمت بماند یا نه. رئیس آن گفت کشتی تازه پیش از بهار تحویل داده نمی‌شود و هیچ‌کس در جزیره‌ها نباید این همه در انتظار نان و نامه و پزشک بماند.',
      'مسافرانی که دیروز به ساحل رسیدند هم‌نظر نبودند. برخی از خدمهٔ کشتی تعریف می‌کردند که نام هر یک از آنان را می‌داند؛ دیگران آن صبح ماه مارس را به یاد داشتند که موتور در نزدیکی اسکله از کار افتاد و یک قایق ماهیگیری آنان را به خانه برد.',
    ],
  ],
]);

/** The sample of a language by its BCP 47 tag; the English one for a language that has none. */
export function sampleText(language: string): readonly string[] {
  const primary = language.toLowerCase().split('-')[0] as string;
  return SAMPLES.get(primary) ?? (SAMPLES.get('en') as readonly string[]);
}

/** The first words of a language's sample, as a head or caption of that length. */
export function sampleWords(language: string, count: number): string {
  return sampleText(language).join(' ').split(' ').slice(0, count).join(' ');
}
