package org.passerelle.linkage.names.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Everything the files say, read once; known names besides, which a run may add to. */
record Rules(
    Weights weights,
    Sounds sounds,
    Skeleton skeleton,
    Endings endings,
    Equivalents equivalents,
    WordReader reader,
    NameWords words,
    Organisations organisations,
    KnownNames known) {
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("AL", "sq"),
          Map.entry("XK", "sq"),
          Map.entry("BA", "hbs-Latn"),
          Map.entry("HR", "hbs-Latn"),
          Map.entry("ME", "hbs-Latn"),
          Map.entry("RS", "hbs-Cyrl"),
          Map.entry("MK", "mk"),
          Map.entry("BG", "bg"),
          Map.entry("GR", "el"),
          Map.entry("RO", "ro"),
          Map.entry("MD", "ro"),
          Map.entry("TR", "tr"));

  static Rules read() {
    return read(language -> true);
  }

  /**
   * Without the names that some languages are known to have; their rules of reading stay.
   *
   * @param listed whether the names of a language are read, such as {@code sq}
   */
  static Rules read(Predicate<String> listed) {
    RuleFile phonemes = RuleFile.read("orthography/phonemes.yaml");
    Weights weights = Weights.read();
    Sounds sounds = new Sounds(phonemes);
    Skeleton skeleton = new Skeleton(phonemes);
    Orthographies orthographies = Orthographies.read();
    Endings endings = new Endings(orthographies);
    KnownNames known = new KnownNames(sounds, skeleton);
    List<RuleFile> countries =
        COUNTRIES.keySet().stream()
            .filter(country -> listed.test(language(country)))
            .sorted()
            .toList()
            .parallelStream()
            .map(country -> RuleFile.read("persons/" + country + ".yaml"))
            .toList();
    countries.forEach(file -> learn(file, orthographies, known));
    RuleFile.rows("names/also-known.tsv").stream()
        .filter(row -> listed.test(language(row.get(0))))
        .forEach(row -> learn(row, orthographies, known));
    Equivalents equivalents = new Equivalents(sounds, orthographies, known, listed);
    WordReader reader = new WordReader(orthographies, sounds, endings, weights.reading());
    NameWords words = new NameWords(new LookAlikes(RuleFile.read("persons/errors.yaml")));
    return new Rules(
        weights,
        sounds,
        skeleton,
        endings,
        equivalents,
        reader,
        words,
        new Organisations(words, weights.organisation()),
        known);
  }

  /** What a country's names are written in, such as {@code hbs} for both alphabets. */
  private static String language(String country) {
    return COUNTRIES.getOrDefault(country, "").replaceAll("-.*", "");
  }

  private static void learn(List<String> row, Orthographies orthographies, KnownNames known) {
    String country = row.get(0);
    Orthography o = orthographies.named(COUNTRIES.getOrDefault(country, ""));
    for (String name : row.get(1).split(" ", -1)) {
      String heard = o.sounds(name);
      known.learn(heard, name, country, name, KnownNames.FIRST_NAME, heard);
    }
  }

  private static void learn(RuleFile file, Orthographies orthographies, KnownNames known) {
    String country = file.text("country");
    Orthography o = orthographies.named(COUNTRIES.getOrDefault(country, ""));
    for (String group : List.of("female", "male", "surnames")) {
      int kind = group.equals("surnames") ? KnownNames.SURNAME : KnownNames.FIRST_NAME;
      for (List<String> names : file.part(group).lists().values()) {
        for (String entry : names) {
          String[] forms = entry.split("/", -1);
          String concept = o.sounds(forms[0]);
          for (String form : forms) {
            known.learn(o.sounds(form), form, country, entry, kind, concept);
          }
        }
      }
    }
  }
}
