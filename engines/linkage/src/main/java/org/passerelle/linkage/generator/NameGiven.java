package org.passerelle.linkage.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.linkage.names.internal.Orthographies;
import org.passerelle.linkage.names.internal.Orthography;
import org.passerelle.linkage.names.internal.RuleFile;
import org.passerelle.linkage.names.internal.Script;

/** Which of their names a person gives: short forms, other languages, married names, false ones. */
final class NameGiven {
  private static final List<String> LANGUAGES =
      List.of("sq", "hbs", "mk", "bg", "el", "ro", "tr", "ru", "fr", "en", "de");

  private record Form(String text, Orthography spelling) {}

  private final Map<String, List<String>> shortForms = new HashMap<>();
  private final Map<String, List<Form>> equivalents = new HashMap<>();
  private final Orthography latin;

  NameGiven(Orthographies orthographies) {
    latin = orthographies.named("hbs-Latn");
    for (List<String> row : RuleFile.rows("names/short-forms.tsv")) {
      Orthography o = orthographies.named(orthography(row.get(0)));
      shortForms
          .computeIfAbsent(o.language() + "|" + o.sounds(row.get(3)), k -> new ArrayList<>())
          .add(row.get(2));
    }
    for (List<String> row : RuleFile.rows("names/equivalents.tsv")) {
      line(row, orthographies);
    }
  }

  private static String orthography(String column) {
    return column.equals("hbs") ? "hbs-Latn" : column;
  }

  private void line(List<String> row, Orthographies orthographies) {
    List<Form> forms = new ArrayList<>();
    for (int c = 0; c < LANGUAGES.size() && c + 2 < row.size(); c++) {
      for (String form : row.get(c + 2).split("/", -1)) {
        if (!form.isEmpty()) {
          forms.add(new Form(form, orthographies.named(orthography(LANGUAGES.get(c)))));
        }
      }
    }
    for (Form form : forms) {
      equivalents
          .computeIfAbsent(key(form.spelling, form.text), k -> new ArrayList<>())
          .addAll(forms.stream().filter(f -> f.spelling != form.spelling).toList());
    }
  }

  private static String key(Orthography spelling, String name) {
    return spelling.language() + "|" + spelling.sounds(name);
  }

  SpokenName said(Person person, RecordErrors recordErrors, Draw draw, boolean adult) {
    SpokenName spokenName =
        new SpokenName(
            person.givenName(),
            person.country().orthography(),
            Country.form(person.surname(), person.woman()),
            person.fatherAsCustom());
    spokenName = given(spokenName, person, recordErrors, draw);
    return surname(spokenName, person, recordErrors, draw, adult);
  }

  private SpokenName given(SpokenName start, Person person, RecordErrors recordErrors, Draw draw) {
    SpokenName spokenName = start;
    if (recordErrors.made("name.nickname")) {
      List<String> options =
          shortForms.getOrDefault(key(spokenName.spelling(), spokenName.given()), List.of());
      if (!options.isEmpty()) {
        spokenName = shortForm(spokenName, draw.of(options));
      }
    } else if (recordErrors.made("name.other_language")) {
      List<Form> options =
          equivalents.getOrDefault(key(spokenName.spelling(), spokenName.given()), List.of());
      if (!options.isEmpty()) {
        Form form = draw.of(options);
        spokenName = spokenName.withGiven(form.text, form.spelling);
      }
    } else if (recordErrors.made("name.false_name")) {
      spokenName = spokenName.withGiven(person.country().givenName(person.woman(), draw));
    }
    boolean second = !person.secondName().isEmpty() && spokenName.spelling() == start.spelling();
    return second && !recordErrors.made("name.second_first_name_dropped")
        ? spokenName.withGiven(spokenName.given() + " " + person.secondName())
        : spokenName;
  }

  /** Serbian short forms stand in the table in Latin letters and are said, not copied. */
  private SpokenName shortForm(SpokenName spokenName, String form) {
    boolean sameScript = Script.of(form) == spokenName.spelling().script();
    return sameScript ? spokenName.withGiven(form) : spokenName.withGiven(form, latin);
  }

  private SpokenName surname(
      SpokenName start, Person person, RecordErrors recordErrors, Draw draw, boolean adult) {
    String surname = start.surname();
    if (person.woman() && adult && recordErrors.made("name.married_name")) {
      surname = Country.form(person.country().surname(draw), true);
    } else if (person.woman() && adult && recordErrors.made("name.both_surnames")) {
      surname = surname + " " + Country.form(person.country().surname(draw), true);
    } else if (recordErrors.made("name.other_sex_ending")) {
      surname = Country.form(person.surname(), !person.woman());
    } else if (recordErrors.made("name.surname_missing")) {
      surname = "";
    } else if (recordErrors.made("name.fathers_name_as_surname")) {
      surname = person.father();
    } else if (!person.secondSurname().isEmpty()) {
      surname = surname + " " + Country.form(person.secondSurname(), person.woman());
    }
    return start.withSurname(surname);
  }
}
