package org.passerelle.steer.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.language.ResourceYaml;
import org.passerelle.language.Wording;

/**
 * The tables that somebody asks of a state for a year, and the codes that they use. One declaration
 * file each. Immutable.
 *
 * @param restsOn ids of entries of the kind {@code reporting-duty} in the register
 * @param parts what is counted
 * @param codes code of the recipient for each code of the house, by variable; a variable that is
 *     not in it has the same codes
 * @param missing what the recipient asks for and the house does not record
 */
public record YearlyReturn(
    String id,
    Wording title,
    List<String> restsOn,
    List<Part> parts,
    Map<String, Map<String, String>> codes,
    Wording missing) {
  /** What recipients call a category for everything else. */
  public static final String OTHER = "other";

  public YearlyReturn {
    restsOn = List.copyOf(restsOn);
    parts = List.copyOf(parts);
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }

  /**
   * Tables of a population.
   *
   * @param tables ids of {@link DeclaredTables}
   */
  public record Part(Population population, List<String> tables) {
    public Part {
      tables = List.copyOf(tables);
    }
  }

  /** The recipient's code. */
  public String code(String variable, String ours) {
    Map<String, String> known = codes.get(variable);
    return known == null ? ours : known.getOrDefault(ours, ours);
  }

  static YearlyReturn read(String id) {
    Map<String, Object> file = ResourceYaml.read("returns/" + id + ".yaml");
    List<Part> parts = new ArrayList<>();
    ResourceYaml.map(file.get("tables"))
        .forEach(
            (population, tables) ->
                parts.add(new Part(Population.of(population), ResourceYaml.texts(tables))));
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    ResourceYaml.map(file.get("codes"))
        .forEach(
            (variable, theirs) -> {
              Map<String, String> each = new LinkedHashMap<>();
              ResourceYaml.map(theirs).forEach((ours, code) -> each.put(ours, code.toString()));
              codes.put(variable, each);
            });
    return new YearlyReturn(
        id,
        ResourceYaml.wording(file.get("title")),
        ResourceYaml.texts(file.get("rests-on")),
        parts,
        codes,
        ResourceYaml.wording(file.get("missing")));
  }
}
