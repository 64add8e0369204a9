package org.passerelle.steer.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Forms behind which too few investigations stand. */
  static final String TOGETHER = "together";

  static final String MINOR = "minor";
  static final String ADULT = "adult";

  /** The partner countries of the strategy; the group is the same in every release. */
  static final List<String> PARTNERS =
      List.of("AL", "BA", "BG", "GR", "HR", "MD", "ME", "MK", "RO", "RS", "XK");

  private static final List<String> OF_VICTIMS =
      List.of("form", "sex", "age", "citizenship", "registrar");
  private static final List<String> OF_SUSPECTS = List.of("sex", "age", "citizenship", "form");
  private static final int FINEST = Integer.MAX_VALUE;

  /** Variables as a table names them at the first level of their groups. */
  private static final Map<String, String> GROUPS =
      Map.of("region", "citizenship", "body", "registrar");

  private static final List<One> VICTIMS =
      List.of(
          victims("form", "", "form"),
          victims("sex", "", "sex"),
          victims("sex-age", "sex", "sex", "age"),
          victims("form-age", "form", "form", "age"),
          victims("form-sex", "form", "form", "sex"),
          victims("region", "", "region"),
          victims("region-sex", "region", "region", "sex"),
          victims("region-form", "region", "form", "region"),
          victims("citizenship", "region", "citizenship"),
          victims("citizenship-sex", "region-sex", "citizenship", "sex"),
          victims("citizenship-form", "region-form", "citizenship", "form"),
          victims("body", "", "body"),
          victims("registrar", "body", "registrar"),
          victims("body-sex", "body", "body", "sex"),
          victims("body-age", "body", "body", "age"),
          victims("body-form", "body", "form", "body"),
          victims("body-region", "body", "body", "region"));

  private static final List<One> SUSPECTS =
      List.of(
          suspects("sex", "", "sex"),
          suspects("sex-age", "sex", "sex", "age"),
          suspects("region", "", "region"),
          suspects("region-sex", "region", "region", "sex"),
          suspects("citizenship", "region", "citizenship"),
          suspects("form", "", "form"));

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

  private static One victims(String id, String coarser, String... by) {
    return one(OF_VICTIMS, id, coarser, by);
  }

  private static One suspects(String id, String coarser, String... by) {
    return one(OF_SUSPECTS, id, coarser, by);
  }

  private static One one(List<String> variables, String id, String coarser, String... by) {
    List<TableShape.Dimension> dimensions = new ArrayList<>();
    for (String name : by) {
      dimensions.add(
          new TableShape.Dimension(
              variables.indexOf(GROUPS.getOrDefault(name, name)),
              GROUPS.containsKey(name) ? 1 : FINEST));
    }
    return new One(id, coarser, dimensions);
  }

  /** All tables of the persons in cases, in the order of the page. */
  public static List<One> all() {
    return VICTIMS;
  }

  private static List<One> all(Population population) {
    return population == Population.VICTIMS ? VICTIMS : SUSPECTS;
  }

  static Optional<One> find(String id) {
    return VICTIMS.stream().filter(one -> one.id.equals(id)).findFirst();
  }

  /** The tables with these ids, in the order of the page. */
  static List<One> chosen(Population population, Set<String> ids) {
    return all(population).stream().filter(one -> ids.contains(one.id)).toList();
  }

  /** Names of the variables of these tables; a group counts as its variable. */
  static Set<String> by(Population population, List<String> ids) {
    List<String> names = population == Population.VICTIMS ? OF_VICTIMS : OF_SUSPECTS;
    return chosen(population, Set.copyOf(ids)).stream()
        .flatMap(one -> one.by.stream())
        .map(dimension -> names.get(dimension.variable()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Tables for the engine; titles are for programs, pages have their own words. */
  static List<TableShape> shapes(List<One> tables) {
    return tables.stream()
        .map(one -> new TableShape(one.id, "Persons by " + one.id, one.by, null))
        .toList();
  }

  /** The variables with the codes of the house's lists. */
  public static List<Variable> variables(Population population, CodeLists lists) {
    Variable sex = sex(lists);
    Variable citizenship = citizenship(lists);
    return population == Population.VICTIMS
        ? List.of(form(lists, List.of()), sex, age(List.of(MINOR, ADULT)), citizenship, registrar())
        : List.of(
            sex, age(List.of(MINOR, ADULT, UNKNOWN)), citizenship, form(lists, List.of(TOGETHER)));
  }

  private static Variable form(CodeLists lists, List<String> more) {
    List<String> forms = codes(lists, "forms_of_exploitation");
    forms.add(UNKNOWN);
    forms.addAll(more);
    return variable("form", "Form of exploitation", Hierarchy.flat("form", forms));
  }

  private static Variable sex(CodeLists lists) {
    List<String> sexes = codes(lists, "genders");
    sexes.remove("not_stated");
    sexes.add(UNKNOWN);
    return variable("sex", "Sex", Hierarchy.flat("sex", sexes));
  }

  /** Whoever might be under 18 is a minor in a case; of a suspect it may not be known. */
  private static Variable age(List<String> ages) {
    return variable("age", "Age when the record was opened", Hierarchy.flat("age", ages));
  }

  private static Variable citizenship(CodeLists lists) {
    List<String> elsewhere = codes(lists, "countries");
    elsewhere.removeAll(PARTNERS);
    Map<String, Object> groups = new LinkedHashMap<>();
    groups.put("partners", PARTNERS);
    groups.put("elsewhere", elsewhere);
    groups.put("not-one", List.of(SEVERAL, UNKNOWN));
    return variable("citizenship", "Citizenship", Hierarchy.of("citizenship", groups));
  }

  private static Variable registrar() {
    return variable("registrar", "Registering organisation", Registrars.tree());
  }

  private static List<String> codes(CodeLists lists, String name) {
    return new ArrayList<>(lists.list(name).codes().stream().map(Code::code).toList());
  }

  private static Variable variable(String name, String label, Hierarchy tree) {
    return new Variable(name, name, label, tree, List.of(), null);
  }
}
