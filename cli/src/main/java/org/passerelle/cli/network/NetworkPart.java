package org.passerelle.cli.network;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import picocli.CommandLine.Option;

/** Options that select ties. */
final class NetworkPart {
  @Option(
      names = "--from",
      paramLabel = "DATE",
      defaultValue = "",
      description = "Only ties that may have held on that day or later, or are not dated.")
  String from = "";

  @Option(
      names = "--to",
      paramLabel = "DATE",
      defaultValue = "",
      description = "Only ties that may have held on that day or earlier, or are not dated.")
  String to = "";

  @Option(
      names = "--kinds",
      paramLabel = "KIND,…",
      defaultValue = "",
      description = "Only ties of these kinds.")
  String kinds = "";

  @Option(
      names = "--graded",
      paramLabel = "B2",
      defaultValue = "",
      description = "Only ties with at least this grading: source and information.")
  String graded = "";

  @Option(names = "--in-evidence", description = "Only ties that may be used in court.")
  boolean inEvidence;

  CaseNetwork of(CaseNetwork network) {
    CaseNetwork part = network;
    if (!from.isEmpty() || !to.isEmpty()) {
      part = part.during(new Period(from, to));
    }
    if (!kinds.isEmpty()) {
      Set<String> wanted =
          Arrays.stream(kinds.split(",")).map(String::strip).collect(Collectors.toSet());
      part = part.layers(wanted);
    }
    if (!graded.isEmpty()) {
      part = part.gradedAtLeast(Grading.of(graded));
    }
    return inEvidence ? part.inEvidence() : part;
  }
}
