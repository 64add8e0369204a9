package org.passerelle.understand.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The colours of drawn networks, as the style sheet has them in light mode. */
final class Paint {
  /** Values of the style sheet's names. */
  static final Map<String, String> LIGHT =
      Map.ofEntries(
          Map.entry("--ink", "#182129"),
          Map.entry("--paper", "#faf8f4"),
          Map.entry("--line", "#ddd7cb"),
          Map.entry("--line-strong", "#747d86"),
          Map.entry("--data-1", "#1f6a9f"),
          Map.entry("--data-2", "#bf4a18"),
          Map.entry("--data-3", "#007a65"),
          Map.entry("--data-4", "#86528f"),
          Map.entry("--data-5", "#8c6600"),
          Map.entry("--data-6", "#66707a"),
          Map.entry("--room-steer", "#2f5a94"),
          Map.entry("--room-partner", "#38683a"),
          Map.entry("--room-prosecute", "#9a3b2e"));

  static final String INK = of("--ink");
  static final String PAPER = of("--paper");

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("person", "--data-1"),
          Map.entry("victim", "--data-3"),
          Map.entry("family", "--data-4"),
          Map.entry("organisation", "--data-4"),
          Map.entry("phone", "--data-6"),
          Map.entry("account", "--data-6"),
          Map.entry("advertisement", "--data-6"),
          Map.entry("vehicle", "--data-6"),
          Map.entry("address", "--data-5"),
          Map.entry("bank-account", "--data-6"),
          Map.entry("event", "--data-5"));
  private static final List<String> GROUPS =
      List.of(
          "--data-1",
          "--data-3",
          "--data-4",
          "--data-5",
          "--data-6",
          "--room-steer",
          "--room-partner",
          "--room-prosecute");

  private Paint() {}

  static String of(String name) {
    return Objects.requireNonNull(LIGHT.get(name), name);
  }

  static String ofKind(String kind) {
    return of(KINDS.getOrDefault(kind, "--data-1"));
  }

  static String ofGroup(int group) {
    return of(GROUPS.get(group % GROUPS.size()));
  }

  /** From light to deep; the share is from 0 to 1. */
  static String between(double share) {
    StringBuilder colour = new StringBuilder("#");
    for (int at = 1; at < of("--line").length(); at += 2) {
      int light = Integer.parseInt(of("--line").substring(at, at + 2), 16);
      int deep = Integer.parseInt(of("--data-1").substring(at, at + 2), 16);
      colour.append(String.format(Locale.ROOT, "%02x", Math.round(light + (deep - light) * share)));
    }
    return colour.toString();
  }
}
