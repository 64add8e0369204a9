package org.passerelle.understand.network.web;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.DateParser;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import org.passerelle.pages.Filled;
import org.passerelle.understand.network.NetworkState;
import org.passerelle.understand.network.TieState;

/** The form of a tie. */
final class TieForm {
  private static final int KIND = 100;
  private static final int SOURCE = 300;
  private static final int CURRENCY = 10;
  private static final int SAID = 60;
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}([.,]\\d{1,4})?");

  private TieForm() {}

  static Filled of(TieState tie, NetworkState state) {
    Map<String, String> fields = new LinkedHashMap<>();
    Map<UUID, String> names = Ends.names(state);
    fields.put("one", names.getOrDefault(state.roots().apply(tie.source()), ""));
    fields.put("other", names.getOrDefault(state.roots().apply(tie.target()), ""));
    fields.put("kind", tie.kind());
    fields.put("from", tie.from());
    fields.put("to", tie.to());
    fields.put("source", tie.provenance());
    fields.put("grading", tie.grading());
    fields.put("weight", amount(tie.weight()));
    fields.put("currency", String.join("; ", tie.attributes().getOrDefault("currency", List.of())));
    if (tie.directed()) {
      fields.put("directed", "1");
    }
    if (tie.inEvidence()) {
      fields.put("evidence", "1");
    }
    return Filled.with(fields);
  }

  private static String amount(double weight) {
    return weight == Math.rint(weight) && Math.abs(weight) < 1e12
        ? Long.toString((long) weight)
        : Double.toString(weight);
  }

  /** Normalises input for storage; empty for none. */
  private static String stored(String typed) {
    try {
      return new Period(typed, "").from();
    } catch (BadNetwork e) {
      return DateParser.known(typed);
    }
  }

  static TieState read(Filled form, NetworkState state, @Nullable TieState before) {
    UUID one = Ends.read("one", form, state);
    UUID other = Ends.read("other", form, state);
    if (one.equals(other) && form.errors().isEmpty()) {
      form.errors().add("other", "network.end.same");
    }
    String from = form.text("from", SAID);
    String to = form.text("to", SAID);
    try {
      from = stored(from);
      to = stored(to);
      new Period(from, to);
    } catch (BadNetwork | DateTimeException e) {
      form.errors().add("from", "network.period.error");
      from = "";
      to = "";
    }
    String grading = form.text("grading", 10);
    try {
      grading = grading.isEmpty() ? "" : Grading.of(grading).code();
    } catch (BadNetwork e) {
      form.errors().add("grading", "network.grading.error");
      grading = "";
    }
    String weight = form.text("weight", 20);
    if (!weight.isEmpty() && !AMOUNT.matcher(weight).matches()) {
      form.errors().add("weight", "network.weight.error");
    }
    Map<String, List<String>> attributes =
        new LinkedHashMap<>(before == null ? Map.of() : before.attributes());
    String currency = form.text("currency", CURRENCY);
    attributes.remove("currency");
    if (!currency.isEmpty()) {
      attributes.put("currency", List.of(currency));
    }
    return new TieState(
        before == null ? "" : before.ref(),
        one,
        other,
        form.neededText("kind", KIND),
        weight.isEmpty() || form.errors().has("weight")
            ? 1
            : Double.parseDouble(weight.replace(',', '.')),
        form.ticked("directed"),
        from,
        to,
        form.text("source", SOURCE),
        grading,
        form.ticked("evidence"),
        attributes,
        before == null ? null : before.interview());
  }
}
