package org.passerelle.cli.network;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.AnswerOptions;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.LongWork;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.cli.terminal.SeedOption;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.exchange.Mapping;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.network.exchange.ReadOptions;
import org.passerelle.network.exchange.Source;
import org.passerelle.network.report.NetworkReport;
import org.passerelle.network.report.Settings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a network: its ties, and whose removal would break it. */
@Command(
    name = "network",
    description =
        "Measures a network of actors and ties: positions, groups, key players, and how stable"
            + " they are if part of the network was not seen.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:bad input; nothing was written"})
public final class AnalyseNetwork implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "TIES",
      description =
          "CSV or a list separated by blanks: source,target[,weight] or named columns; a matrix;"
              + " GraphML, GEXF, GML, Pajek or FollowTheMoney.")
  Path file = Path.of("");

  @Option(
      names = "--nodes",
      paramLabel = "NODES",
      description =
          "CSV: one actor per row, first column or column id; other columns are attributes.")
  @Nullable Path nodes;

  @Option(
      names = "--mapping",
      paramLabel = "F.yaml",
      description = "Meaning of the columns, where their names do not say it; see docs/network.md.")
  @Nullable Path mapping;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Encoding of the tables; UTF-8 unless set here or in the mapping.")
  @Nullable String encoding;

  @Option(names = "--directed", description = "Ties lead from the first end to the second.")
  boolean directed;

  @Option(
      names = "--two-mode",
      description =
          "Keep both sides of a matrix of persons by events; otherwise persons who share an event are tied.")
  boolean twoMode;

  @Option(
      names = "--with-victims",
      description = "Keep presumed and identified victims, who are left out by default.")
  boolean withVictims;

  @ArgGroup(exclusive = false, heading = "%nMeasures:%n")
  NetworkQuestions asked = new NetworkQuestions();

  @ArgGroup(exclusive = false, heading = "%nTies to include:%n")
  NetworkPart part = new NetworkPart();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "json",
      description =
          "json, csv (its ties in FILE.ties.csv), graphml, gexf (both with the measures), ftm or"
              + " svg; default json.")
  String format = "json";

  @Mixin SeedOption seed = new SeedOption();

  @Mixin AnswerOptions answer = new AnswerOptions();

  @Override
  public Integer call() {
    answer.check(format, NetworkFormats.NAMES);
    LongWork work = new LongWork(spec.commandLine().getErr());
    try {
      Settings settings = asked.settings(directed, seed.value(), NetworkFormats.isOfActors(format));
      work.at("reading", 0);
      NetworkFile read = read();
      CaseNetwork network = network(read);
      NetworkReport report =
          NetworkFormats.isBare(format) && asked.measure == null
              ? null
              : NetworkReport.of(network, settings, work::at);
      NetworkFormats formats = new NetworkFormats(network, report, title(), seed.value(), work::at);
      work.end();
      write(formats);
      return 0;
    } catch (BadNetwork e) {
      work.end();
      throw new BadInput(BadInput.sentence(e));
    } catch (CancellationException e) {
      work.end();
      throw new BadInput("Cancelled; nothing was written.");
    }
  }

  private NetworkFile read() {
    ReadFile.exists(file);
    Mapping columns = mapping == null ? Mapping.usual() : ReadFile.of(mapping, Mapping::read);
    Mapping told = encoding == null ? columns : columns.in(Mapping.encoding(encoding));
    Source actors = nodes == null ? null : ReadFile.of(nodes, Source::of);
    return ReadFile.of(
        file, ties -> NetworkFile.read(ties, new ReadOptions(actors, told, directed, twoMode)));
  }

  private CaseNetwork network(NetworkFile read) {
    read.notices().forEach(said -> notice(said.toString()));
    CaseNetwork network = part.of(read.network());
    long victims = network.actors().stream().filter(actor -> actor.victim()).count();
    if (victims == 0 || withVictims) {
      return network;
    }
    CaseNetwork without = network.withoutVictims();
    notice(
        "%d presumed or identified victims and %d of their ties are left out. Maybe --with-victims keeps them."
            .formatted(victims, network.ties().size() - without.ties().size()));
    return without;
  }

  private void notice(String sentence) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("passerelle: " + sentence);
    err.flush();
  }

  private String title() {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  private void write(NetworkFormats formats) {
    answer.write(spec.commandLine().getOut(), writer -> formats.write(format, writer));
    Path out = answer.out;
    if (out != null && format.equals("csv")) {
      OutFile.stream(out.resolveSibling(out.getFileName() + ".ties.csv"), formats::ties);
    }
  }
}
