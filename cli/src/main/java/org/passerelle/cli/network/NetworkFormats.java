package org.passerelle.cli.network;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.GraphBuilder;
import org.passerelle.network.Progress;
import org.passerelle.network.exchange.CsvWriter;
import org.passerelle.network.exchange.FollowTheMoney;
import org.passerelle.network.exchange.GexfWriter;
import org.passerelle.network.exchange.GraphMlWriter;
import org.passerelle.network.layout.ForceLayout;
import org.passerelle.network.layout.SvgDrawing;
import org.passerelle.network.measure.Groups;
import org.passerelle.network.report.Column;
import org.passerelle.network.report.JsonReport;
import org.passerelle.network.report.NetworkReport;

/**
 * Output formats of the command. GraphML and GEXF contain the network itself, whose actors carry
 * the measures as attributes; FollowTheMoney too, if measures were requested.
 */
final class NetworkFormats {
  static final List<String> NAMES = List.of("json", "csv", "graphml", "gexf", "ftm", "svg");
  private final CaseNetwork network;
  private final @Nullable NetworkReport report;
  private final String title;
  private final long seed;
  private final Progress progress;

  NetworkFormats(
      CaseNetwork network,
      @Nullable NetworkReport report,
      String title,
      long seed,
      Progress progress) {
    this.network = report == null ? network : report.network();
    this.report = report;
    this.title = title;
    this.seed = seed;
    this.progress = progress;
  }

  /** Whether a format carries measures only if they are asked for. */
  static boolean isBare(String format) {
    return List.of("ftm", "svg").contains(format);
  }

  /** Whether actors carry measures, so that figures of the whole network have no place. */
  static boolean isOfActors(String format) {
    return List.of("graphml", "gexf").contains(format);
  }

  void write(String format, BufferedWriter out) throws IOException {
    switch (format) {
      case "graphml" -> GraphMlWriter.write(measured(), types(), out);
      case "gexf" -> GexfWriter.write(measured(), types(), out);
      case "ftm" -> FollowTheMoney.write(measured(), out);
      case "svg" -> svg(out);
      case "csv" -> csv(out);
      default -> {
        if (report != null) {
          new JsonReport(report).write(out);
        }
      }
    }
  }

  /** The ties, for the file beside the actors' file. */
  void ties(BufferedWriter out) throws IOException {
    CsvWriter.ties(network, out);
  }

  private CaseNetwork measured() {
    return report == null ? network : report.withMeasures();
  }

  private Map<String, String> types() {
    return report == null ? Map.of() : report.types();
  }

  private void csv(BufferedWriter out) throws IOException {
    List<Column> columns = report == null ? List.of() : report.columns();
    List<List<@Nullable Object>> values = new ArrayList<>();
    for (int v = 0; v < network.actors().size(); v++) {
      List<@Nullable Object> row = new ArrayList<>();
      for (Column column : columns) {
        row.add(column.values().apply(v));
      }
      values.add(row);
    }
    List<String> names = report == null ? List.of() : columns.stream().map(report::named).toList();
    CsvWriter.actors(network, names, values, out);
  }

  private void svg(BufferedWriter out) throws IOException {
    Graph graph = network.graph(false, GraphBuilder.Parallel.SUM);
    Groups groups = Groups.of(graph, 1, Groups.usualStarts(graph), seed, progress);
    new SvgDrawing(
            graph,
            network.actors(),
            groups.of(),
            ForceLayout.of(graph, ForceLayout.usualRounds(graph), seed, progress))
        .write(title, out);
  }
}
