package org.passerelle.cli.network;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.report.Measure;
import org.passerelle.network.report.Questions;
import org.passerelle.network.report.Settings;
import picocli.CommandLine.Option;

/** Options that select measures. */
final class NetworkQuestions {
  @Option(
      names = "--measure",
      paramLabel = "NAME,…",
      description =
          "degree, betweenness, closeness, pageRank, eigenvector, katz, hits, weighted, core,"
              + " articulation, constraint, clustering, corePeriphery, group, stability, all or"
              + " none; default all.")
  @Nullable String measure;

  @Option(
      names = "--key-players",
      paramLabel = "K",
      defaultValue = "0",
      description =
          "The K actors whose removal breaks the network most, and the K who reach it best.")
  int keyPlayers;

  @Option(names = "--groups", description = "Groups, even if --measure does not include them.")
  boolean groups;

  @Option(
      names = "--resolution",
      paramLabel = "R",
      defaultValue = "1",
      description = "Resolution of the groups: higher values give smaller groups; default 1.")
  double resolution = 1;

  @Option(
      names = "--sources",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Follow shortest paths from N actors drawn at random; default all, or 500 if the network"
              + " is too large for that.")
  int sources;

  @Option(
      names = "--stability",
      paramLabel = "N",
      defaultValue = "-1",
      description =
          "Number of repetitions with parts left out; default as many as time allows, at most 100.")
  int stability = -1;

  @Option(
      names = "--attribute",
      paramLabel = "COLUMN",
      defaultValue = "",
      description = "Do ties run within or across its values, and who passes between them?")
  String attribute = "";

  @Option(
      names = "--removal",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Effect of removing actors by degree or betweenness.")
  String removal = "";

  @Option(
      names = "--block",
      paramLabel = "N",
      defaultValue = "1",
      description = "Number of actors removed at a time; default 1.")
  int block = 1;

  @Option(
      names = "--corridors",
      paramLabel = "COLUMN",
      defaultValue = "",
      description = "Ties between places; COLUMN contains an actor's place.")
  String corridors = "";

  @Option(
      names = "--path",
      arity = "2",
      paramLabel = "ACTOR",
      description = "The shortest paths from one actor to another.")
  List<String> path = List.of();

  @Option(
      names = "--paths",
      paramLabel = "N",
      defaultValue = "1",
      description = "Number of paths; default 1.")
  int paths = 1;

  /**
   * The settings of the report.
   *
   * @param ofActors whether only measures of actors have a place in the answer
   */
  Settings settings(boolean directed, long seed, boolean ofActors) {
    Set<Measure> measures = measure == null ? EnumSet.allOf(Measure.class) : Measure.of(measure);
    if (ofActors) {
      measures.remove(Measure.STABILITY);
    }
    if (groups) {
      measures.add(Measure.GROUP);
    }
    return new Settings(
        measures,
        directed,
        resolution,
        seed,
        sources,
        stability,
        new Questions(keyPlayers, attribute, removal, block, corridors, path, paths));
  }
}
