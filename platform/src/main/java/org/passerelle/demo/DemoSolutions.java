package org.passerelle.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.solution.DurableSolution;
import org.passerelle.protect.casework.solution.DurableSolutions;
import org.springframework.stereotype.Component;

/**
 * Durable solutions of the demonstration: a child who stays, decided; one whose return is prepared
 * although the family was not visited yet; an adult who stays.
 */
@Component
class DemoSolutions {
  private static final String ORGANISATION = "most-rs";
  private final DurableSolutions solutions;
  private final DemoPanels panels;
  private final DemoGuardians guardians;
  private final Cases cases;
  private final Clock clock;

  DemoSolutions(
      DurableSolutions solutions,
      DemoPanels panels,
      DemoGuardians guardians,
      Cases cases,
      Clock clock) {
    this.cases = cases;
    this.solutions = solutions;
    this.panels = panels;
    this.guardians = guardians;
    this.clock = clock;
  }

  /** Does nothing if it was done before. */
  void decide(List<DemoFiles.Opened> opened) {
    List<DemoFiles.Opened> own =
        opened.stream()
            .filter(o -> !o.closed())
            .filter(o -> o.manager().organisation().handle().equals(ORGANISATION))
            .toList();
    List<DemoFiles.Opened> children =
        own.stream().filter(DemoFiles.Opened::child).limit(6).toList();
    own.stream().filter(o -> !o.child()).limit(1).forEach(this::stays);
    if (children.size() > 5) {
      childStays(children.get(4));
      mightReturn(children.get(5));
    }
  }

  private void childStays(DemoFiles.Opened child) {
    if (begun(child)) {
      return;
    }
    guardians.of(child);
    panels.made(child.id(), "integration", "I want to finish school with my friends.", who(child));
    stays(child);
  }

  private void stays(DemoFiles.Opened one) {
    if (begun(one)) {
      return;
    }
    UUID id =
        solutions.prepare(
            one.id(),
            "integration",
            cases.find(one.id(), who(one)).country(),
            new DurableSolution.Words("A flat with support, then alone."),
            who(one));
    check(one, id, List.of());
    solutions.decide(one.id(), id, today(), who(one));
  }

  private void mightReturn(DemoFiles.Opened child) {
    if (begun(child)) {
      return;
    }
    panels.proposed(child.id(), "repatriation", "I want to see my aunt first.", who(child));
    UUID id =
        solutions.prepare(
            child.id(),
            "repatriation",
            "AL",
            new DurableSolution.Words("To the aunt, if she is visited and agrees."),
            who(child));
    check(child, id, List.of("family_assessed", "reception", "travel_papers", "escort"));
  }

  private boolean begun(DemoFiles.Opened one) {
    return solutions.count(one.id(), who(one)) > 0;
  }

  private void check(DemoFiles.Opened one, UUID id, List<String> open) {
    solutions.find(one.id(), id, who(one)).points().stream()
        .filter(p -> !p.read() && !open.contains(p.code()))
        .forEach(
            p ->
                solutions.check(
                    one.id(),
                    id,
                    p.code(),
                    true,
                    today().minusDays(7),
                    new DurableSolution.Evidence(
                        "Social worker (demo)", "Papers seen, visited last week."),
                    who(one)));
  }

  private static SignedIn who(DemoFiles.Opened one) {
    return one.manager().who();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
