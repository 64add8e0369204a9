package org.passerelle.house.forms;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.forms.FormComparison;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormImports;
import org.passerelle.forms.FormReliance;

/**
 * An imported version beside the one in use.
 *
 * @param opens sentences on what a change of category makes visible, and to whom
 * @param waits whether a second person has been asked
 * @param before version in use, or 0 for a new form
 */
public record FormImportPage(
    FormImports.Imported imported,
    FormDefinition form,
    int before,
    List<FormComparison.Difference> differences,
    List<FormReliance.Touched> touched,
    List<String> opens,
    boolean waits) {
  public FormImportPage {
    opens = List.copyOf(opens);
    differences = List.copyOf(differences);
    touched = List.copyOf(touched);
  }

  static List<FormReliance.Touched> touched(
      List<FormReliance> parts, List<FormComparison.Difference> differences) {
    List<FormReliance.Touched> touched = new ArrayList<>();
    for (FormComparison.Difference one : differences) {
      if (one.kind() != FormComparison.Kind.SAME) {
        parts.stream()
            .filter(part -> part.relies(one))
            .forEach(
                part ->
                    touched.add(new FormReliance.Touched(one.question(), part.key(), one.kind())));
      }
    }
    return touched;
  }

  /** The parts that differ. */
  public List<FormComparison.Difference> changed() {
    return differences.stream().filter(one -> one.kind() != FormComparison.Kind.SAME).toList();
  }

  /** Number of unchanged parts. */
  public long same() {
    return differences.size() - (long) changed().size();
  }
}
