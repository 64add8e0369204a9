package org.passerelle.steer.programme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;

/**
 * The hierarchy of plan, pillar, objective, measure, project, activity, indicator. A project
 * outside the pillars is below its frame (France, another region). An entry that cannot be reached
 * from a plan or a frame is an orphan, even if it is below another orphan. Immutable.
 */
public final class StrategyTree {
  private static final List<String> KINDS =
      List.of("pillar", "objective", "measure", "project", "activity", "indicator");
  private final Facts facts;
  private final Set<String> reached = new HashSet<>();

  private StrategyTree(Facts facts) {
    this.facts = facts;
    Deque<Entry> waiting = new ArrayDeque<>(facts.all("plan"));
    facts.all("project").stream().filter(p -> p.has("other-frame")).forEach(waiting::add);
    while (!waiting.isEmpty()) {
      Entry entry = waiting.poll();
      if (reached.add(entry.reference())) {
        waiting.addAll(children(entry));
      }
    }
  }

  /** The tree of the register. */
  public static StrategyTree of(Facts facts) {
    return new StrategyTree(facts);
  }

  /** The direct children of an entry, kind by kind. */
  public List<Entry> children(Entry entry) {
    Set<Entry> children = new LinkedHashSet<>();
    switch (entry.kind().id()) {
      case "plan" -> {
        add(children, entry, "pillar", "plan");
        add(children, entry, "objective", "under");
        add(children, entry, "measure", "plan");
      }
      case "pillar" -> {
        add(children, entry, "objective", "under");
        add(children, entry, "project", "pillars");
        add(children, entry, "indicator", "subject");
      }
      case "objective" -> {
        add(children, entry, "measure", "objective");
        add(children, entry, "indicator", "subject");
      }
      case "measure" -> {
        add(children, entry, "project", "measures");
        add(children, entry, "indicator", "subject");
      }
      case "project" -> {
        add(children, entry, "objective", "under");
        add(children, entry, "activity", "project");
        add(children, entry, "indicator", "subject");
      }
      default -> {}
    }
    return new ArrayList<>(children);
  }

  /** The direct children of one kind. */
  public List<Entry> children(Entry entry, String kind) {
    return children(entry).stream().filter(child -> child.kind().id().equals(kind)).toList();
  }

  private void add(Set<Entry> children, Entry parent, String kind, String field) {
    for (Entry child : facts.referringTo(parent, kind)) {
      Field described = child.kind().field(field).orElseThrow();
      List<String> named =
          described.type() == Field.Type.REFS ? child.texts(field) : List.of(child.text(field));
      if (named.stream().map(described::reference).anyMatch(parent.reference()::equals)) {
        children.add(child);
      }
    }
  }

  /** Entries without a place in the hierarchy. */
  public List<Entry> orphans() {
    return KINDS.stream()
        .flatMap(kind -> facts.all(kind).stream())
        .filter(entry -> !reached.contains(entry.reference()))
        .toList();
  }

  /** The number of entries in the tree, plans included. */
  public int size() {
    return reached.size();
  }
}
