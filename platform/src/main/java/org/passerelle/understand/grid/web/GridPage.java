package org.passerelle.understand.grid.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.understand.grid.Grid;
import org.passerelle.understand.grid.Question;

/**
 * A grid as its page shows it.
 *
 * @param names of colleagues, by identifier
 */
public record GridPage(Grid grid, Map<UUID, String> names) {
  public GridPage {
    names = Map.copyOf(names);
  }

  /** What is asked, in order. */
  public List<Question> questions() {
    return Question.ALL;
  }

  /** What a colleague is called. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }
}
