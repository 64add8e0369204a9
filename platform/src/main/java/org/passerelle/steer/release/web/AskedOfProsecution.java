package org.passerelle.steer.release.web;

import java.util.List;
import java.util.Objects;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.release.ProsecutionItems;
import org.passerelle.steer.release.YearlyReturn;

/**
 * A step of prosecution beside what a recipient asks of it.
 *
 * @param ours the step as it is counted here
 * @param item what the recipient asks; empty if no item is known
 * @param verified whether somebody has read the text that asks for it and says so by name
 * @param told what it is asked by and told by
 * @param missing what it is asked by and not told by
 * @param why why nothing of it is told; empty if it is
 */
public record AskedOfProsecution(
    String ours,
    String item,
    boolean verified,
    List<String> told,
    List<String> missing,
    String why) {
  public AskedOfProsecution {
    told = List.copyOf(told);
    missing = List.copyOf(missing);
  }

  /** Whether an entry says who has read its text, and when. */
  static boolean verified(Entry entry) {
    return entry.flag("verified") && entry.has("verified-by") && entry.date("read-on").isPresent();
  }

  static List<AskedOfProsecution> of(YearlyReturn asks, Facts facts, FigureWords words) {
    return ProsecutionItems.all().stream().map(step -> of(step, asks, facts, words)).toList();
  }

  private static AskedOfProsecution of(
      ProsecutionItems.Step step, YearlyReturn asks, Facts facts, FigureWords words) {
    Language language = words.page().language();
    ProsecutionItems.Item item = step.asked(asks).orElse(null);
    List<String> by = item == null ? List.of() : item.by();
    return new AskedOfProsecution(
        step.ours().in(language),
        item == null ? "" : item.item().in(language),
        item != null
            && facts.find("reporting-duty", item.duty()).filter(one -> verified(one)).isPresent(),
        by.stream()
            .filter(variable -> ProsecutionItems.tells(asks, step, variable))
            .map(words::variable)
            .toList(),
        by.stream()
            .filter(variable -> !ProsecutionItems.tells(asks, step, variable))
            .map(words::variable)
            .toList(),
        step.population() == null ? Objects.requireNonNull(step.why()).in(language) : "");
  }
}
