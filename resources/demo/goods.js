// Goods: what the two demo shops sell and say, in French and in English.

/** Shops by mission: words by language, pages by address; each page has a title, a lead and articles. */
export const shops = {
  velo: {
    tagline: { fr: "Des vélos réglés pour vous, depuis 1984", en: "Bikes set up for you, since 1984" },
    hero: "vtt",
    pages: {
      "": {
        menu: { fr: "Accueil", en: "Home" },
        title: { fr: "Trouvez le vélo qui vous va", en: "Find the bike that fits you" },
        lead: {
          fr: "Tout-terrain, ville ou électrique : chaque vélo est monté dans notre atelier de Grenoble et réglé à votre taille.",
          en: "Mountain, city or electric: each bike is assembled in our workshop in Grenoble and set up to your size.",
        },
        articles: [
          { art: "vtt", price: 749, name: { fr: "VTT 29 pouces Expl 500", en: "29-inch MTB Expl 500" }, text: { fr: "Fourche 120 mm, freins hydrauliques. Pour débuter en forêt.", en: "120 mm fork, hydraulic brakes. For first rides in the woods." } },
          { art: "city", price: 429, name: { fr: "Vélo de ville Marguerite", en: "City bike Marguerite" }, text: { fr: "Panier en osier, sept vitesses, selle souple.", en: "Wicker basket, seven gears, soft saddle." } },
          { art: "electric", price: 1890, name: { fr: "Électrique Longue-Route", en: "Electric Long-Road" }, text: { fr: "Batterie 500 Wh, 90 km d’autonomie.", en: "500 Wh battery, 90 km range." } },
        ],
      },
      vtt: {
        menu: { fr: "Vélos tout-terrain", en: "Mountain bikes" },
        title: { fr: "Vélos tout-terrain", en: "Mountain bikes" },
        lead: { fr: "27,5 ou 29 pouces ? Le 29 pardonne plus ; le 27,5 tourne plus court. Demandez-nous.", en: "27.5 or 29 inches? The 29 forgives more; the 27.5 turns tighter. Ask us." },
        articles: [
          { art: "vtt", price: 749, name: { fr: "VTT 29 pouces Expl 500", en: "29-inch MTB Expl 500" }, text: { fr: "Tailles S à XL. Cadre aluminium, douze vitesses.", en: "Sizes S to XL. Aluminium frame, twelve gears." } },
          { art: "vttRed", price: 1190, name: { fr: "VTT 29 pouces Crête 700", en: "29-inch MTB Ridge 700" }, text: { fr: "Tige de selle télescopique, pneus tubeless.", en: "Dropper post, tubeless tyres." } },
          { art: "vttBlue", price: 690, name: { fr: "VTT 27,5 pouces Sentier", en: "27.5-inch MTB Trail" }, text: { fr: "Vif et léger, dès 1,50 m.", en: "Nimble and light, from 1.50 m." } },
        ],
      },
      ville: {
        menu: { fr: "Ville et électrique", en: "City and electric" },
        title: { fr: "Ville et vélos électriques", en: "City and electric bikes" },
        lead: { fr: "Garde-boue, éclairage, porte-bagages : prêts à rouler tous les jours.", en: "Mudguards, lights, rack: ready to ride every day." },
        articles: [
          { art: "city", price: 429, name: { fr: "Vélo de ville Marguerite", en: "City bike Marguerite" }, text: { fr: "Cadre bas, trois couleurs.", en: "Low frame, three colours." } },
          { art: "cityBlue", price: 560, name: { fr: "Vélo de ville Canal", en: "City bike Canal" }, text: { fr: "Moyeu à huit vitesses, courroie sans graisse.", en: "Eight-speed hub, grease-free belt." } },
          { art: "electric", price: 1890, name: { fr: "Électrique Longue-Route", en: "Electric Long-Road" }, text: { fr: "Moteur central, freins à disque.", en: "Mid motor, disc brakes." } },
        ],
      },
      atelier: {
        menu: { fr: "L’atelier", en: "The workshop" },
        title: { fr: "L’atelier", en: "The workshop" },
        lead: { fr: "Révision, roues, étude de posture : sur rendez-vous du mardi au samedi.", en: "Service, wheels, bike fitting: by appointment, Tuesday to Saturday." },
        articles: [
          { art: "cityBlue", price: 59, name: { fr: "Révision complète", en: "Full service" }, text: { fr: "Transmission, freins, roues. Rendu sous 48 h.", en: "Drivetrain, brakes, wheels. Back within 48 h." } },
          { art: "vttRed", price: 90, name: { fr: "Étude de posture", en: "Bike fitting" }, text: { fr: "Une heure avec un technicien, réglages compris.", en: "One hour with a technician, adjustments included." } },
        ],
      },
    },
  },
  cave: {
    tagline: { fr: "Vins de vignerons, choisis un par un", en: "Growers’ wines, chosen one by one" },
    hero: "red",
    pages: {
      "": {
        menu: { fr: "Accueil", en: "Home" },
        title: { fr: "Le vin juste, sans se tromper", en: "The right wine, without a doubt" },
        lead: {
          fr: "Trois cents bouteilles de petits domaines, gardées à 13 °C sous la place du marché. Nos cavistes vous conseillent.",
          en: "Three hundred bottles from small estates, kept at 13 °C under the market square. Our cellar staff will advise you.",
        },
        articles: [
          { art: "red", price: 14.5, name: { fr: "Côtes-du-Rhône Les Galets", en: "Côtes-du-Rhône Les Galets" }, text: { fr: "Grenache et syrah, souple et épicé.", en: "Grenache and syrah, supple and spicy." } },
          { art: "white", price: 12, name: { fr: "Chenin de Loire", en: "Loire Chenin" }, text: { fr: "Sec, pomme et fleur d’acacia.", en: "Dry, apple and acacia blossom." } },
          { art: "box", price: 49, name: { fr: "Coffret Découverte", en: "Discovery box" }, text: { fr: "Trois bouteilles dans une caisse de bois.", en: "Three bottles in a wooden case." } },
        ],
      },
      rouges: {
        menu: { fr: "Rouges", en: "Reds" },
        title: { fr: "Vins rouges", en: "Red wines" },
        lead: { fr: "Du fruit pour ce soir ou de la garde pour dix ans.", en: "Fruit for tonight, or something to keep ten years." },
        articles: [
          { art: "red", price: 14.5, name: { fr: "Côtes-du-Rhône Les Galets", en: "Côtes-du-Rhône Les Galets" }, text: { fr: "À boire dans les cinq ans, à 16 °C.", en: "Drink within five years, at 16 °C." } },
          { art: "redOld", price: 38, name: { fr: "Saint-Estèphe 2016", en: "Saint-Estèphe 2016" }, text: { fr: "Cassis, cèdre, tanins fondus.", en: "Blackcurrant, cedar, melted tannins." } },
          { art: "redLight", price: 11, name: { fr: "Gamay de la Loire", en: "Loire Gamay" }, text: { fr: "Léger, à servir frais.", en: "Light, to be served cool." } },
        ],
      },
      blancs: {
        menu: { fr: "Blancs", en: "Whites" },
        title: { fr: "Vins blancs", en: "White wines" },
        lead: { fr: "Secs et vifs, ou ronds et mûrs.", en: "Dry and lively, or round and ripe." },
        articles: [
          { art: "white", price: 12, name: { fr: "Chenin de Loire", en: "Loire Chenin" }, text: { fr: "Avec un poisson ou un chèvre.", en: "With fish or goat’s cheese." } },
          { art: "whiteDry", price: 16, name: { fr: "Riesling de granit", en: "Granite Riesling" }, text: { fr: "Droit, citron confit, longue finale.", en: "Straight, candied lemon, long finish." } },
        ],
      },
      coffrets: {
        menu: { fr: "Coffrets", en: "Gift boxes" },
        title: { fr: "Coffrets cadeaux", en: "Gift boxes" },
        lead: { fr: "Emballés à la main, livrés en 48 h avec votre mot.", en: "Wrapped by hand, delivered in 48 h with your note." },
        articles: [
          { art: "box", price: 49, name: { fr: "Coffret Découverte", en: "Discovery box" }, text: { fr: "Un rouge, un blanc, une surprise.", en: "One red, one white, one surprise." } },
          { art: "redOld", price: 120, name: { fr: "Coffret Grande Garde", en: "Long-keeping box" }, text: { fr: "Trois grands rouges à oublier en cave.", en: "Three great reds to forget in the cellar." } },
        ],
      },
    },
  },
};

/** A shop for a mission that has no demo goods of its own. */
export const anyShop = {
  tagline: { fr: "Page d’essai du chat", en: "A page to try the chat" },
  hero: "cityBlue",
  pages: {
    "": {
      menu: { fr: "Accueil", en: "Home" },
      title: { fr: "Le chat est en bas à droite", en: "The chat is at the bottom right" },
      lead: { fr: "Cette page contient la balise que votre site contiendra.", en: "This page contains the tag that your site will contain." },
      articles: [],
    },
    autre: {
      menu: { fr: "Une autre page", en: "Another page" },
      title: { fr: "Une autre page", en: "Another page" },
      lead: { fr: "La conversation vous suit d’une page à l’autre.", en: "The conversation follows you from page to page." },
      articles: [],
    },
  },
};

/** The words that all shops share. */
export const shared = {
  fr: { help: "Une question ? Nos experts vous répondent dans le coin, en bas à droite.", basket: "Panier", buy: "Ajouter au panier", other: "English", missing: "Cette page n’existe pas", back: "Retour à l’accueil", note: "Boutique d’essai de Pupitre : rien n’y est vendu." },
  en: { help: "A question? Our experts answer in the corner, bottom right.", basket: "Basket", buy: "Add to basket", other: "Français", missing: "This page does not exist", back: "Back to the home page", note: "A demo shop of Pupitre: nothing is sold here." },
};
