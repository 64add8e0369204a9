package org.passerelle.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.demo.people.DemoStories;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.opening.ManyCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of generated people, opened by the case managers of the demonstration. */
@Component
class DemoFiles {
  private final DemoCases invented;
  private final ManyCases many;
  private final CaseStates states;
  private final JdbcClient db;

  DemoFiles(DemoCases invented, ManyCases many, CaseStates states, JdbcClient db) {
    this.invented = invented;
    this.many = many;
    this.states = states;
    this.db = db;
  }

  /**
   * Generates people and opens their cases. The first files are checked for duplicates; a
   * supervisor can run the check on all.
   *
   * @param from number of the first
   * @param to number after the last
   */
  List<Opened> open(
      int from, int to, List<DemoHouse.Staff> staff, DemoStories stories, RandomGenerator random) {
    List<DemoHouse.Staff> managers = staff.stream().filter(s -> s.is(Role.CASE_MANAGER)).toList();
    Map<DemoHouse.Staff, List<DemoCases.Invented>> byManager = new LinkedHashMap<>();
    for (int i = from; i < to; i++) {
      for (DemoCases.Invented one : invented.person(i, managers, stories, random)) {
        byManager.computeIfAbsent(one.manager(), m -> new ArrayList<>()).add(one);
      }
    }
    List<Opened> opened = new ArrayList<>();
    byManager.forEach((manager, own) -> opened.addAll(open(own, manager, from == 0)));
    return opened;
  }

  private List<Opened> open(
      List<DemoCases.Invented> own, DemoHouse.Staff manager, boolean compared) {
    List<Opened> opened = new ArrayList<>();
    List<ManyCases.Opening> openings = own.stream().map(DemoCases.Invented::opening).toList();
    List<UUID> ids =
        compared
            ? many.open(openings, manager.who())
            : many.openUncompared(openings, manager.who());
    for (int i = 0; i < ids.size(); i++) {
      DemoCases.Invented one = own.get(i);
      if (one.state().equals("reopened")) {
        states.reopen(ids.get(i), manager.who());
      }
      opened.add(new Opened(ids.get(i), manager, one.child(), one.form(), one.state()));
    }
    return opened;
  }

  /** Files opened before an interruption. */
  List<Opened> opened(List<DemoHouse.Staff> staff) {
    Map<UUID, DemoHouse.Staff> byUser =
        staff.stream()
            .collect(Collectors.toUnmodifiableMap(s -> s.who().user(), Function.identity()));
    return db.sql(
            """
            select id, lead_user, minor, form, state from case_outline
             where lead_user in (:users) order by opened_at, id
            """)
        .param("users", byUser.keySet())
        .query(
            (row, i) ->
                new Opened(
                    row.getObject("id", UUID.class),
                    Objects.requireNonNull(byUser.get(row.getObject("lead_user", UUID.class))),
                    row.getBoolean("minor"),
                    row.getString("form"),
                    row.getString("state")))
        .list();
  }

  /** A case of the demonstration. */
  record Opened(UUID id, DemoHouse.Staff manager, boolean child, String form, String state) {
    boolean closed() {
      return state.equals("closed");
    }
  }
}
