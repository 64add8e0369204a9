package org.passerelle.steer.letter.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Language;
import org.passerelle.language.Moments;
import org.passerelle.language.Wording;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.register.Entry;
import org.passerelle.register.Kinds;
import org.passerelle.register.Staleness;
import org.passerelle.register.StoredForm;
import org.passerelle.steer.letter.ShownPicture;

/** The form of a picture: its texts in each language, who is on it, and what is shown of it. */
public final class PictureForm {
  /** What is written in each language. */
  public static final List<String> TEXTS = List.of("alt", "caption", "credits");

  private static final int MIDDLE = 50;

  private PictureForm() {}

  /** The form with what is stored; a credit that is the same in all languages is shown in each. */
  static Filled stored(Entry picture, Moments moments) {
    Filled form = StoredForm.of(picture, moments);
    if (!picture.has("credits") && picture.has("credit")) {
      Wording.LANGUAGES.forEach(l -> form.unlessSent("credits." + l, picture.text("credit")));
    }
    return form;
  }

  /** What is to be stored, without its file; adds what is missing to the errors of the form. */
  static Map<String, Object> content(Filled form, @Nullable Entry before) {
    Map<String, Object> picture = new LinkedHashMap<>();
    for (String id : TEXTS) {
      Map<String, String> texts = new LinkedHashMap<>();
      Wording.LANGUAGES.forEach(l -> texts.put(l, form.text(id + "." + l, Filled.SHORT)));
      Map<String, Object> marked =
          Staleness.marked(
              before == null ? null : before.content().get(id), texts, form.ticked(id + ".fits"));
      if (!marked.isEmpty()) {
        picture.put(id, marked);
      }
    }
    if (picture.containsKey("alt")) {
      picture.put("title", picture.get("alt"));
    } else if (!form.ticked("decorative")) {
      form.errors().add("alt.en", "letters.picture.alt.needed");
    }
    if (form.ticked("decorative")) {
      picture.put("decorative", true);
    }
    people(form, picture);
    String shape = form.code("shape", codes("shape"));
    int across = form.number("focus-across", 0, 100).orElse(MIDDLE);
    int down = form.number("focus-down", 0, 100).orElse(MIDDLE);
    picture.putAll(ShownPicture.stored(shape, across, down));
    return picture;
  }

  private static void people(Filled form, Map<String, Object> picture) {
    String people = form.neededCode("people", codes("people"));
    String consent = form.text("consent", Filled.SHORT);
    if (!people.isEmpty()) {
      picture.put("people", people);
    }
    if (people.equals(ShownPicture.AGREED)) {
      if (consent.isEmpty()) {
        form.errors().add("consent", "letters.picture.consent.needed");
      } else {
        picture.put("consent", consent);
      }
    }
  }

  /** The codes of a field with their labels. */
  public static List<Option> options(String field, Language language) {
    return Kinds.shipped()
        .find("picture")
        .orElseThrow()
        .field(field)
        .orElseThrow()
        .codes()
        .entrySet()
        .stream()
        .map(code -> new Option(code.getKey(), code.getValue().in(language)))
        .toList();
  }

  private static Set<String> codes(String field) {
    return options(field, new Language("en")).stream()
        .map(Option::value)
        .collect(Collectors.toUnmodifiableSet());
  }
}
