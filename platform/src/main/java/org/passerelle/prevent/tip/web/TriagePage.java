package org.passerelle.prevent.tip.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.language.Wording;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.prevent.tip.OpenedTip;
import org.passerelle.prevent.tip.TipContent;
import org.passerelle.prevent.tip.TipSecond;

/**
 * A tip that was opened.
 *
 * @param mine whether the user has it
 * @param screens whether the user can begin a screening
 * @param names names of colleagues
 * @param organisations names of the organisation that has it and of those that read it besides
 * @param reader the user's organisation
 * @param form what was typed
 */
public record TriagePage(
    OpenedTip opened,
    boolean mine,
    boolean screens,
    Map<UUID, String> names,
    Map<UUID, Wording> organisations,
    UUID reader,
    Choices choices,
    Filled form) {
  public TriagePage {
    names = Map.copyOf(names);
    organisations = Map.copyOf(organisations);
  }

  /** What can be chosen. */
  public record Choices(
      List<Option> categories,
      List<Option> urgencies,
      List<Option> stages,
      List<Option> outcomes,
      List<Option> others,
      List<Option> bases) {
    public Choices {
      categories = List.copyOf(categories);
      urgencies = List.copyOf(urgencies);
      stages = List.copyOf(stages);
      outcomes = List.copyOf(outcomes);
      others = List.copyOf(others);
      bases = List.copyOf(bases);
    }
  }

  /** The name of an organisation, or a dash. */
  public String organisation(UUID id, Page page) {
    Wording name = organisations.get(id);
    return name == null ? "–" : name.in(page.language());
  }

  /** What was asked of the user's organisation as the second; empty if it has the tip itself. */
  public Optional<TipSecond> asked() {
    return opened.seconds().stream().filter(one -> one.organisation().equals(reader)).findFirst();
  }

  /** Whether nobody of the team had read a part before. */
  public boolean isNew(OpenedTip.Part part) {
    return part.id().equals(opened.added());
  }

  /** Who wrote a part; empty for the writer. */
  public String by(OpenedTip.Part part) {
    return part.by().map(id -> names.getOrDefault(id, "")).orElse("");
  }

  /** Whether a file is a photograph that is cleaned before it is handed out. */
  public boolean isPicture(TipContent.TipFile file) {
    return TipFiles.isPicture(file);
  }
}
