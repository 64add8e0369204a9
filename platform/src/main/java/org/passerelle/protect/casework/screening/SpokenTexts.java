package org.passerelle.protect.casework.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.language.ResourceYaml;

/**
 * What a person is told at the end of a screening, in a language of the region that is not a
 * language of the interface; from the files {@code protect/screening/tell.*.yaml}. Thread-safe.
 *
 * @param code code of {@code languages}, and its BCP 47 tag
 * @param name the language's own name
 * @param rightToLeft direction of the script
 * @param reviewed whether a native speaker has reviewed the text
 * @param words text to be read aloud
 */
public record SpokenTexts(
    String code, String name, boolean rightToLeft, boolean reviewed, String words) {
  private static final List<SpokenTexts> ALL =
      List.of("sq", "rom", "ro", "el", "mk", "bg", "ar").stream().map(SpokenTexts::read).toList();

  public static List<SpokenTexts> all() {
    return ALL;
  }

  /** The text in the first of these languages that has one. */
  public static Optional<SpokenTexts> first(List<String> understood) {
    return understood.stream()
        .flatMap(code -> ALL.stream().filter(one -> one.code.equals(code)))
        .findFirst();
  }

  private static SpokenTexts read(String code) {
    Map<String, Object> file = ResourceYaml.read("protect/screening/tell." + code + ".yaml");
    return new SpokenTexts(
        code,
        ResourceYaml.text(file, "name"),
        ResourceYaml.text(file, "direction").equals("rtl"),
        !ResourceYaml.text(file, "state").equals("unreviewed"),
        ResourceYaml.text(file, "words"));
  }
}
