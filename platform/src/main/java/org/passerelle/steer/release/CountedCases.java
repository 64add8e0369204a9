package org.passerelle.steer.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.disclosure.Hierarchy;
import org.passerelle.disclosure.Variable;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.partner.Countries;
import org.passerelle.protect.casework.cases.CaseSight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases behind figures of a period, for whoever may see these cases: how many others there are
 * is not said. A case is shown in the categories in which it would be counted now.
 */
@Component
public class CountedCases {
  private final CaseSight sight;
  private final Countries countries;
  private final FormDefinitions forms;

  CountedCases(CaseSight sight, Countries countries, FormDefinitions forms) {
    this.sight = sight;
    this.countries = countries;
    this.forms = forms;
  }

  /**
   * A case.
   *
   * @param codes its category by variable
   */
  public record Counted(UUID id, String code, Map<String, String> codes) {
    public Counted {
      codes = Map.copyOf(codes);
    }
  }

  /** The variables by which cases are counted. */
  public List<Variable> variables() {
    return DeclaredTables.variables(Population.VICTIMS, forms.lists());
  }

  /**
   * The cases of a cell that the reader sees, by code.
   *
   * @param cell category or group by variable; a variable that is not in it may be anything
   */
  @Transactional(readOnly = true)
  public List<Counted> of(Period period, Map<String, String> cell, SignedIn who) {
    List<Variable> variables = variables();
    CountedPersons.Within within = new CountedPersons.Within(period, countries);
    List<Counted> found = new ArrayList<>();
    sight
        .sql(
            """
            select c.id, c.code, c.form, c.minor, c.country as place, c.opened_at as at, p.gender,
                   n.country, n.many, o.type
              from case_outline c
              join person_outline p on p.id = c.person
              left join organisation_outline o on o.id = c.organisation
              left join (select person, min(country) as country, count(*) as many
                           from person_nationality_outline group by person) n on n.person = c.person
             where c.opened_at >= :from and c.opened_at < :until and {seen c}
             order by c.code
            """,
            who)
        .param("from", CountedPersons.widest(period.from(), -1))
        .param("until", CountedPersons.widest(period.until(), 1))
        .query(
            row -> {
              if (within.holds(row)) {
                List<String> codes = CountedPersons.codes(row, variables);
                Map<String, String> named = new LinkedHashMap<>();
                for (int v = 0; v < codes.size(); v++) {
                  named.put(variables.get(v).name(), codes.get(v));
                }
                if (fits(named, cell, variables)) {
                  found.add(
                      new Counted(row.getObject("id", UUID.class), row.getString("code"), named));
                }
              }
            });
    return found;
  }

  private static boolean fits(
      Map<String, String> codes, Map<String, String> cell, List<Variable> variables) {
    for (Variable variable : variables) {
      String wanted = cell.getOrDefault(variable.name(), "");
      if (!wanted.isEmpty()
          && !lies(variable.tree(), codes.getOrDefault(variable.name(), ""), wanted)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a category is a code, or lies in the group with that code. */
  private static boolean lies(Hierarchy tree, String category, String code) {
    int node = tree.node(category);
    while (node > Hierarchy.TOTAL && !tree.code(node).equals(code)) {
      node = tree.parent(node);
    }
    return node > Hierarchy.TOTAL;
  }
}
