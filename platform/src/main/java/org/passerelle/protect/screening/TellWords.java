package org.passerelle.protect.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.language.ResourceYaml;

/**
 * What a person is told at the end of a screening, in a language of the region that the house
 * itself does not speak; the files {@code protect/screening/tell.*.yaml}. Threads may share it.
 *
 * @param code of {@code languages}, and its BCP 47 tag
 * @param name what its speakers call it
 * @param rightToLeft how it is written
 * @param reviewed whether somebody has read the words who grew up with the language
 * @param words the sentences, to be read aloud
 */
public record TellWords(
    String code, String name, boolean rightToLeft, boolean reviewed, String words) {
  private static final List<TellWords> ALL =
      List.of("sq", "rom", "ro", "el", "mk", "bg", "ar").stream().map(TellWords::read).toList();

  /** All of them. */
  public static List<TellWords> all() {
    return ALL;
  }

  /** Those of the first language that the person understands and that has words. */
  public static Optional<TellWords> first(List<String> understood) {
    return understood.stream()
        .flatMap(code -> ALL.stream().filter(one -> one.code.equals(code)))
        .findFirst();
  }

  private static TellWords read(String code) {
    Map<String, Object> file = ResourceYaml.read("protect/screening/tell." + code + ".yaml");
    return new TellWords(
        code,
        ResourceYaml.text(file, "name"),
        ResourceYaml.text(file, "direction").equals("rtl"),
        !ResourceYaml.text(file, "state").equals("unreviewed"),
        ResourceYaml.text(file, "words"));
  }
}
