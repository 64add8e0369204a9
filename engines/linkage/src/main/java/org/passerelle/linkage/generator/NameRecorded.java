package org.passerelle.linkage.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.passerelle.linkage.names.internal.Keyboards;
import org.passerelle.linkage.names.internal.Letters;
import org.passerelle.linkage.names.internal.LookAlikes;
import org.passerelle.linkage.names.internal.Orthography;
import org.passerelle.linkage.names.internal.RuleFile;
import org.passerelle.linkage.names.internal.Script;

/** How an officer writes down what was said, and what the pen or the keyboard makes of it. */
final class NameRecorded {
  /** The fields of a record that hold names. */
  record Fields(String given, String surname, String father) {
    Fields with(boolean ofGiven, UnaryOperator<String> change) {
      return ofGiven
          ? new Fields(change.apply(given), surname, father)
          : new Fields(given, change.apply(surname), father);
    }

    /** The surname in the field of the first name. */
    Fields turned() {
      String first = surname;
      String last = given;
      return new Fields(first, last, father);
    }

    Fields each(UnaryOperator<String> change) {
      return new Fields(change.apply(given), change.apply(surname), change.apply(father));
    }
  }

  private final Map<String, TravelPaper> papers = TravelPaper.read();
  private final Map<Character, List<Character>> nearSounds = new HashMap<>();
  private final Map<Script, List<String>> titles = new HashMap<>();
  private final Keyboards keyboards;
  private final LookAlikes lookAlikes;

  NameRecorded(RuleFile errors, double misheardUpTo) {
    keyboards = new Keyboards(errors.part("keyboards"));
    lookAlikes = new LookAlikes(errors);
    RuleFile costs = RuleFile.read("orthography/phonemes.yaml").part("substitution");
    for (RuleFile near : costs.parts("near")) {
      if (near.number("cost") <= misheardUpTo) {
        char a = near.text("pair").charAt(0);
        char b = near.text("pair").charAt(1);
        nearSounds.computeIfAbsent(a, k -> new ArrayList<>()).add(b);
        nearSounds.computeIfAbsent(b, k -> new ArrayList<>()).add(a);
      }
    }
    for (String title : RuleFile.read("names/words.yaml").part("titles").texts("courtesy")) {
      titles.computeIfAbsent(Script.of(title), k -> new ArrayList<>()).add(title);
    }
  }

  TravelPaper paper(String country) {
    return papers.getOrDefault(country, papers.values().iterator().next());
  }

  Fields written(
      SpokenName spokenName,
      Person person,
      Officer officer,
      boolean asksFather,
      RecordErrors recordErrors,
      Draw draw) {
    Orthography own = person.country().orthography();
    TravelPaper paper = paper(paperOf(person, draw));
    Officer.Way way = officer.way(own, paper, draw);
    boolean man = !person.woman();
    boolean misheard = recordErrors.made("name.misheard");
    boolean ofGiven = draw.happens(0.5);
    String given =
        misheard && ofGiven
            ? misheard(spokenName.given(), spokenName.spelling(), officer, draw)
            : officer.written(
                spokenName.given(),
                spokenName.spelling(),
                paper,
                wayOf(spokenName, own, way),
                man,
                draw);
    String surname =
        misheard && !ofGiven
            ? misheard(spokenName.surname(), own, officer, draw)
            : officer.written(spokenName.surname(), own, paper, way, man, draw);
    String father = officer.written(spokenName.father(), own, paper, way, man, draw);
    if (recordErrors.made("name.fathers_name_added")) {
      String added =
          father.isEmpty() ? officer.written(person.father(), own, paper, way, man, draw) : father;
      given = given + " " + added;
    }
    return slipped(new Fields(given, surname, asksFather ? father : ""), recordErrors, draw);
  }

  /** Bulgarian papers of before 2000 have another Latin line. */
  private static String paperOf(Person person, Draw draw) {
    boolean old = person.country().code().equals("BG") && person.born().getYear() < 1982;
    return old && draw.happens(0.3) ? "BG-1995" : person.country().code();
  }

  /** A name given in another language is not in the papers. */
  private static Officer.Way wayOf(SpokenName spokenName, Orthography own, Officer.Way way) {
    return spokenName.spelling() == own ? way : Officer.Way.BY_EAR;
  }

  private String misheard(String name, Orthography spelling, Officer officer, Draw draw) {
    StringBuilder sounds = new StringBuilder(spelling.sounds(name));
    if (sounds.isEmpty()) {
      return name;
    }
    int at = draw.below(sounds.length());
    List<Character> near = nearSounds.getOrDefault(sounds.charAt(at), List.of());
    if (!near.isEmpty()) {
      sounds.setCharAt(at, draw.of(near));
    }
    return officer.heard(sounds.toString(), false, draw);
  }

  private Fields slipped(Fields start, RecordErrors recordErrors, Draw draw) {
    Fields fields = start;
    if (recordErrors.made("name.key_beside")) {
      fields =
          fields.with(
              draw.happens(0.5),
              n -> letter(n, draw, 0, (s, i) -> replaced(s, i, keyBeside(s.charAt(i), draw))));
    }
    if (recordErrors.made("name.letter_dropped")) {
      fields =
          fields.with(
              draw.happens(0.5),
              n -> letter(n, draw, 1, (s, i) -> s.substring(0, i) + s.substring(i + 1)));
    }
    if (recordErrors.made("name.letter_doubled")) {
      fields =
          fields.with(
              draw.happens(0.5),
              n -> letter(n, draw, 1, (s, i) -> s.substring(0, i) + s.charAt(i) + s.substring(i)));
    }
    if (recordErrors.made("name.letters_swapped")) {
      fields =
          fields.with(
              draw.happens(0.5),
              n ->
                  letter(
                      n,
                      draw,
                      1,
                      (s, i) ->
                          s.substring(0, i - 1)
                              + s.charAt(i)
                              + s.charAt(i - 1)
                              + s.substring(i + 1)));
    }
    if (recordErrors.made("name.look_alike_letters")) {
      fields = fields.each(n -> looksAlike(n, draw));
    }
    return arranged(habits(fields, recordErrors), recordErrors, draw);
  }

  private interface Slip {
    String of(String name, int at);
  }

  /** A slip at a letter from the given place on; short names are left alone. */
  private static String letter(String name, Draw draw, int from, Slip slip) {
    if (name.length() < 4) {
      return name;
    }
    int at = from + draw.below(name.length() - from);
    boolean letters =
        Character.isLetter(name.charAt(at)) && (at == 0 || Character.isLetter(name.charAt(at - 1)));
    return letters ? slip.of(name, at) : name;
  }

  /** The letter that a finger meets instead; the same where no key is known. */
  private char keyBeside(char letter, Draw draw) {
    List<Character> keys = keyboards.beside(letter);
    if (keys.isEmpty()) {
      return letter;
    }
    char met = draw.of(keys);
    return Character.isUpperCase(letter) ? Character.toUpperCase(met) : met;
  }

  private static String replaced(String name, int at, char letter) {
    return name.substring(0, at) + letter + name.substring(at + 1);
  }

  private String looksAlike(String name, Draw draw) {
    Map<Character, Character> latin = lookAlikes.latin(Script.of(name));
    StringBuilder out = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      Character other = latin.get(name.charAt(i));
      if (other != null && draw.happens(0.5)) {
        out.setCharAt(i, other);
      }
    }
    return out.toString();
  }

  private static Fields habits(Fields start, RecordErrors recordErrors) {
    Fields fields = start;
    Script script = Script.of(start.given + start.surname);
    if (script == Script.LATN && recordErrors.made("name.diacritics_missing")) {
      fields = fields.each(NameRecorded::plain);
    }
    if (script == Script.GREK && recordErrors.made("name.accent_missing")) {
      fields = fields.each(Letters::withoutMarks);
    }
    return recordErrors.made("name.capitals")
        ? fields.each(n -> n.toUpperCase(Locale.ROOT))
        : fields;
  }

  /** A keyboard without marks; capitals stay capitals. */
  private static String plain(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      String bare = Letters.folded(String.valueOf(c));
      out.append(Character.isUpperCase(c) ? TravelPaper.capital(bare) : bare);
    }
    return out.toString();
  }

  private Fields arranged(Fields start, RecordErrors recordErrors, Draw draw) {
    Fields fields = start;
    if (recordErrors.made("name.joined")) {
      fields = fields.with(true, n -> n.replace(" ", ""));
    }
    if (recordErrors.made("name.split")) {
      fields =
          fields.with(
              draw.happens(0.5),
              n -> letter(n, draw, 2, (s, i) -> s.substring(0, i) + " " + s.substring(i)));
    }
    if (recordErrors.made("name.title_kept")) {
      List<String> some = titles.getOrDefault(Script.of(fields.given), List.of("dr"));
      fields = fields.with(true, n -> draw.of(some) + " " + n);
    }
    if (recordErrors.made("name.order_swapped")) {
      return fields.turned();
    }
    return recordErrors.made("name.surname_first_in_one_field")
        ? new Fields("", (fields.surname + " " + fields.given).strip(), fields.father)
        : fields;
  }
}
