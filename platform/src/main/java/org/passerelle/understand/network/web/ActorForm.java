package org.passerelle.understand.network.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.network.ActorKind;
import org.passerelle.network.exchange.Roles;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.understand.network.ActorState;

/** The form of an actor. */
public final class ActorForm {
  /** Attributes with a field of their own. */
  static final List<String> OWN = List.of("role", "family", "country", "place");

  private static final int NAME = 300;
  private static final int SHORT = 200;

  private ActorForm() {}

  static Filled of(ActorState state) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("label", state.label());
    fields.put("kind", state.kind().code());
    if (state.victim()) {
      fields.put("victim", "1");
    }
    OWN.forEach(
        name ->
            fields.put(name, String.join("; ", state.attributes().getOrDefault(name, List.of()))));
    fields.put(
        "more",
        state.attributes().entrySet().stream()
            .filter(entry -> !OWN.contains(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream().map(v -> entry.getKey() + ": " + v))
            .collect(Collectors.joining("\n")));
    return Filled.with(fields);
  }

  static ActorState read(Filled form, String ref) {
    String label = form.neededText("label", NAME);
    Set<String> kinds =
        Arrays.stream(ActorKind.values()).map(ActorKind::code).collect(Collectors.toSet());
    String kind = form.neededCode("kind", kinds);
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    for (String name : OWN) {
      String value = form.text(name, SHORT);
      if (!value.isEmpty()) {
        attributes.put(
            name,
            Arrays.stream(value.split(";")).map(String::strip).filter(v -> !v.isEmpty()).toList());
      }
    }
    List<String> countries = attributes.getOrDefault("country", List.of());
    if (countries.stream().anyMatch(c -> !c.matches("[A-Z]{2}"))) {
      form.errors().add("country", "network.country.error");
    }
    more(form, attributes);
    return new ActorState(
        ref,
        ActorKind.of(kind).orElse(ActorKind.OTHER),
        label,
        form.ticked("victim") || Roles.describeVictim(attributes),
        attributes,
        null);
  }

  private static void more(Filled form, Map<String, List<String>> attributes) {
    for (String line : form.text("more", Filled.LONG).lines().toList()) {
      int colon = line.indexOf(':');
      if (line.isBlank()) {
        continue;
      }
      if (colon < 1 || line.substring(colon + 1).isBlank() || line.length() > NAME) {
        form.errors().add("more", "network.more.error");
        return;
      }
      attributes
          .computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
  }

  /** Options for the kind. */
  public static List<Option> kinds(Page page) {
    return Arrays.stream(ActorKind.values())
        .map(kind -> new Option(kind.code(), page.text("network.kind." + kind.code())))
        .toList();
  }
}
