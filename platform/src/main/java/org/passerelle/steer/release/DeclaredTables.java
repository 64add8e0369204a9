package org.passerelle.steer.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.disclosure.Hierarchy;
import org.passerelle.disclosure.TableShape;
import org.passerelle.disclosure.Variable;
import org.passerelle.forms.Code;
import org.passerelle.forms.CodeLists;

/**
 * The tables that may be released. Their categories are lists, so that no code is found by data.
 */
public final class DeclaredTables {
  /** Not stated, not asked, or not in the list. */
  static final String UNKNOWN = "unknown";

  /** More than one citizenship. */
  static final String SEVERAL = "several";

  static final String MINOR = "minor";
  static final String ADULT = "adult";

  /** The partner countries of the strategy; the group is the same in every release. */
  static final List<String> PARTNERS =
      List.of("AL", "BA", "BG", "GR", "HR", "MD", "ME", "MK", "RO", "RS", "XK");

  private static final List<String> VARIABLES = List.of("form", "sex", "age", "citizenship");
  private static final int FINEST = Integer.MAX_VALUE;

  private static final List<One> ALL =
      List.of(
          one("form", "", "form"),
          one("sex", "", "sex"),
          one("sex-age", "sex", "sex", "age"),
          one("form-age", "form", "form", "age"),
          one("form-sex", "form", "form", "sex"),
          one("region", "", "region"),
          one("region-sex", "region", "region", "sex"),
          one("region-form", "region", "form", "region"),
          one("citizenship", "region", "citizenship"),
          one("citizenship-sex", "region-sex", "citizenship", "sex"),
          one("citizenship-form", "region-form", "citizenship", "form"));

  private DeclaredTables() {}

  /**
   * A table.
   *
   * @param coarser id of the table to look at if this one cannot be published; empty if there is
   *     none
   */
  public record One(String id, String coarser, List<TableShape.Dimension> by) {
    public One {
      by = List.copyOf(by);
    }
  }

  private static One one(String id, String coarser, String... by) {
    List<TableShape.Dimension> dimensions = new ArrayList<>();
    for (String name : by) {
      boolean region = name.equals("region");
      dimensions.add(
          new TableShape.Dimension(
              VARIABLES.indexOf(region ? "citizenship" : name), region ? 1 : FINEST));
    }
    return new One(id, coarser, dimensions);
  }

  /** All tables, in the order of the page. */
  public static List<One> all() {
    return ALL;
  }

  static Optional<One> find(String id) {
    return ALL.stream().filter(one -> one.id.equals(id)).findFirst();
  }

  /** The tables with these ids, in the order of the page. */
  static List<One> chosen(Set<String> ids) {
    return ALL.stream().filter(one -> ids.contains(one.id)).toList();
  }

  /** Tables for the engine; titles are for programs, pages have their own words. */
  static List<TableShape> shapes(List<One> tables) {
    return tables.stream()
        .map(one -> new TableShape(one.id, "Persons by " + one.id, one.by, null))
        .toList();
  }

  /** The variables with the codes of the house's lists. */
  static List<Variable> variables(CodeLists lists) {
    List<String> forms = codes(lists, "forms_of_exploitation");
    forms.add(UNKNOWN);
    List<String> sexes = codes(lists, "genders");
    sexes.remove("not_stated");
    sexes.add(UNKNOWN);
    List<String> elsewhere = codes(lists, "countries");
    elsewhere.removeAll(PARTNERS);
    Map<String, Object> groups = new LinkedHashMap<>();
    groups.put("partners", PARTNERS);
    groups.put("elsewhere", elsewhere);
    groups.put("not-one", List.of(SEVERAL, UNKNOWN));
    return List.of(
        variable("form", "Form of exploitation", Hierarchy.flat("form", forms)),
        variable("sex", "Sex", Hierarchy.flat("sex", sexes)),
        variable("age", "Age when the case was opened", Hierarchy.flat("age", ages())),
        variable("citizenship", "Citizenship", Hierarchy.of("citizenship", groups)));
  }

  private static List<String> ages() {
    return List.of(MINOR, ADULT);
  }

  private static List<String> codes(CodeLists lists, String name) {
    return new ArrayList<>(lists.list(name).codes().stream().map(Code::code).toList());
  }

  private static Variable variable(String name, String label, Hierarchy tree) {
    return new Variable(name, name, label, tree, List.of(), null);
  }
}
