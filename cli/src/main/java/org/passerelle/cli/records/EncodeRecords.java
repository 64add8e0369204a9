package org.passerelle.cli.records;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.LongWork;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.Encoding;
import org.passerelle.linkage.LinkConfig;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.encoding.EncodingHeader;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.Saul;
import org.passerelle.linkage.encoding.Scheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Encodes a list of persons, to be compared by link without names. */
@Command(
    name = "encode",
    description = "Encodes a list of persons, to be compared by link without names.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:bad input; nothing was written"})
public final class EncodeRecords implements Callable<Integer> {
  private static final String USUAL = "saul";

  /** Share of records that may have a family member in the list. */
  private static final double MOST_IN_FAMILIES = 0.05;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "PEOPLE", description = "CSV: one record per row; - for standard input.")
  Path people = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "KEYFILE",
      required = true,
      description = "The secret shared by both partners; openssl rand -hex 32 generates one.")
  Path key = Path.of("");

  @Option(
      names = "--scheme",
      paramLabel = "NAME",
      description =
          "saul (hardened), clk (Bloom filter: can be broken without the key) or attributes (each"
              + " separately, for a trusted unit); default saul, unless the list contains"
              + " families, which only attributes can tell apart.")
  @Nullable String told;

  private String scheme = USUAL;

  @Option(
      names = "--functions",
      paramLabel = "H",
      description = "Functions of saul, 1 to 10; more hide more and find less; default 2.")
  @Nullable Integer functions;

  @Option(names = "--out", paramLabel = "ENCODED", required = true, description = "CSV to write.")
  Path out = Path.of("");

  @Option(
      names = "--purpose",
      paramLabel = "TEXT",
      defaultValue = "linkage",
      description = "Purpose, the same on both sides; each purpose has its own key.")
  String purpose = "linkage";

  @Option(
      names = "--partners",
      paramLabel = "A,B",
      split = ",",
      description = "The partners, in any order; each pair has its own key.")
  @Nullable List<String> partners;

  @Option(
      names = "--padding",
      paramLabel = "SHARE",
      description =
          "False records for each true one, such as 0.5; ENCODED.own.csv then tells them apart"
              + " and stays here.")
  @Nullable Double padding;

  @Mixin ColumnOptions columns = new ColumnOptions();

  @Override
  public Integer call() {
    OutFile.check(out);
    scheme = told == null ? USUAL : told;
    LongWork progress = new LongWork(spec.commandLine().getErr());
    try {
      LinkConfig file = columns.told();
      EncodingKey secret = key();
      progress.at("reading", 0);
      PersonTable table = LinkRecords.table(people, file.id());
      Encoding encoding =
          new Encoding(table, file.settings().columns(), Set.copyOf(file.settings().leftOut()));
      mustHoldWithFamilies(encoding, progress);
      write(encoding, secret, progress);
      progress.end();
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%,d records encoded by %s from %s; key %s.%n",
              table.size(),
              scheme,
              String.join(", ", encoding.attributes()),
              secret.fingerprint());
      spec.commandLine().getOut().flush();
      sayWhatCannotBeTold(encoding);
      return 0;
    } catch (BadRecords e) {
      progress.end();
      throw new BadInput(BadInput.sentence(e));
    }
  }

  /** Says that nothing tells whether a scheme works with this list, where that is so. */
  private void sayWhatCannotBeTold(Encoding encoding) {
    if (!scheme.equals(EncodingHeader.BY_ATTRIBUTE) && !encoding.tellsFamilies()) {
      warn(
          "the list has no first names and surnames beside addresses or telephone numbers, so"
              + " nothing tells whether it holds families, and encodings of whole records take"
              + " families for one person. If it holds any, maybe use --scheme attributes, in a"
              + " unit that both partners trust.");
    }
  }

  /** Refuses a default that would not work with this list; warns about an explicit choice. */
  private void mustHoldWithFamilies(Encoding encoding, LongWork progress) {
    if (scheme.equals(EncodingHeader.BY_ATTRIBUTE)) {
      return;
    }
    double share = encoding.families();
    if (share <= MOST_IN_FAMILIES) {
      return;
    }
    String why =
        String.format(
            Locale.ROOT,
            "%.0f %% of the records have a family member in the list (same surname and same"
                + " address or telephone, different first names); encodings of whole records take"
                + " families for one person.",
            100 * share);
    if (told == null) {
      progress.end();
      throw new BadInput(
          why
              + " Maybe use --scheme attributes, in a unit that both partners trust; --scheme saul"
              + " forces it.");
    }
    warn(why + " Maybe --scheme attributes is meant.");
  }

  private void warn(String why) {
    spec.commandLine().getErr().println("passerelle: " + why);
    spec.commandLine().getErr().flush();
  }

  private EncodingKey key() {
    return ReadFile.of(key, EncodingKey::read)
        .derived(purpose, partners == null ? List.of() : partners);
  }

  private void write(Encoding encoding, EncodingKey secret, LongWork progress) {
    if (scheme.equals(EncodingHeader.BY_ATTRIBUTE)) {
      if (padding != null) {
        throw new BadInput("Encoding by attributes has no padding; maybe omit --padding.");
      }
      OutFile.stream(out, writer -> encoding.writeByAttribute(secret, writer));
      return;
    }
    int h = functions == null ? Saul.USUAL : functions;
    if (h < 1 || h > 10) {
      throw new BadInput(
          "SAUL with %d functions. Maybe 1 to 10, such as %d.".formatted(h, Saul.USUAL));
    }
    Scheme chosen =
        Encoding.scheme(scheme, secret, h)
            .orElseThrow(
                () ->
                    new BadInput(
                        "There is no scheme %s. Maybe it is one of saul, clk, attributes."
                            .formatted(scheme)));
    @Nullable Double share = padding;
    if (share == null) {
      OutFile.stream(out, writer -> encoding.write(chosen, secret, writer, progress::at));
      return;
    }
    if (!(share > 0 && share <= 10)) {
      throw new BadInput(
          "A padding of %s. Maybe more than 0 and at most 10, such as 0.5.".formatted(share));
    }
    Path own = out.resolveSibling(out.getFileName() + ".own.csv");
    OutFile.ownersOnly(
        own,
        names ->
            OutFile.stream(out, writer -> padded(encoding, chosen, secret, share, writer, names)));
  }

  private static void padded(
      Encoding encoding,
      Scheme scheme,
      EncodingKey secret,
      double share,
      BufferedWriter out,
      BufferedWriter own)
      throws IOException {
    encoding.writePadded(scheme, secret, share, new SecureRandom(), out, own);
  }
}
