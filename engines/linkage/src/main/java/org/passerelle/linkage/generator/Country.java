package org.passerelle.linkage.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.linkage.names.internal.Orthographies;
import org.passerelle.linkage.names.internal.Orthography;
import org.passerelle.linkage.names.internal.RuleFile;

/** Everyday names of a country in its own script, and how often each is drawn. */
final class Country {
  private static final Map<String, Integer> CLASSES = Map.of("common", 8, "usual", 3, "rare", 1);

  private record Names(List<String> names, double[] sums) {
    String drawn(Draw draw) {
      return names.get(draw.index(sums));
    }
  }

  private final String code;
  private final Orthography orthography;
  private final Names female;
  private final Names male;
  private final Names surnames;

  Country(String code, Orthographies orthographies) {
    RuleFile file = RuleFile.read("persons/" + code + ".yaml");
    this.code = code;
    this.orthography = orthographies.named(file.text("orthography"));
    this.female = names(file.part("female"));
    this.male = names(file.part("male"));
    this.surnames = names(file.part("surnames"));
  }

  private static Names names(RuleFile file) {
    List<String> names = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    file.lists()
        .forEach(
            (frequency, list) -> {
              for (String name : list) {
                names.add(name);
                shares.add((double) CLASSES.getOrDefault(frequency, 1));
              }
            });
    return new Names(names, Draw.sums(shares.stream().mapToDouble(share -> share).toArray()));
  }

  String code() {
    return code;
  }

  Orthography orthography() {
    return orthography;
  }

  String givenName(boolean woman, Draw draw) {
    String name = (woman ? female : male).drawn(draw);
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /** Both forms, of men and of women, parted by a slash, where there are two. */
  String surname(Draw draw) {
    return surnames.drawn(draw);
  }

  /** The form that a man, or a woman, bears. */
  static String form(String surname, boolean woman) {
    int slash = surname.indexOf('/');
    if (slash < 0) {
      return surname;
    }
    return woman ? surname.substring(slash + 1) : surname.substring(0, slash);
  }
}
