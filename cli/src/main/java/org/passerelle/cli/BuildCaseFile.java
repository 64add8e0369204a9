package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.LongWork;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.cli.terminal.SilencedLogging;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.CaseFile;
import org.passerelle.evidence.CaseFileWriter;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.Version;
import org.passerelle.evidence.folder.ExhibitFolder;
import org.passerelle.paper.Paper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates a signed container from a folder of exhibits. */
@Command(
    name = "build",
    description = {
      "Creates a signed case file (ASiC-E) from a folder: every file in it is an exhibit.",
      "case.json in the folder describes them; custody.jsonl and certificates.pem say who held"
          + " them; see docs/case-file.md."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written", "2:bad input; nothing was written"})
final class BuildCaseFile implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      required = true,
      description = "Folder with the exhibits.")
  Path folder = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE.asice",
      required = true,
      description = "File to write; only its owner will be able to read it.")
  Path out = Path.of("");

  @Mixin SignatoryOptions signatory = new SignatoryOptions();

  @Option(
      names = "--for",
      paramLabel = "WHOM",
      defaultValue = "prosecution",
      description =
          "prosecution (everything) or defence (what is disclosed to both sides; for the rest"
              + " number, digests and reason); default prosecution.")
  String whom = "prosecution";

  @Override
  public Integer call() throws IOException {
    SilencedLogging.please();
    OutFile.check(out);
    if (out.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
      throw new BadInput(
          "%s is inside the folder of the exhibits. Maybe choose another place with --out."
              .formatted(out));
    }
    CaseFile file = write();
    spec.commandLine()
        .getOut()
        .printf("%s: %d exhibits, %,d bytes.%n", out, file.exhibits().size(), Files.size(out));
    return 0;
  }

  private CaseFile write() {
    Version version = version();
    LongWork work = new LongWork(spec.commandLine().getErr());
    try {
      // ask for a password before the slow redaction of copies
      Signatory by = signatory.signatory();
      try (WorkFolder redacted = WorkFolder.named("passerelle-redacted")) {
        CaseFile file = ExhibitFolder.read(folder, version, redacted.path());
        new CaseFileWriter(by, Paper::pdf).write(file, Clock.systemUTC().instant(), out, work::at);
        return file;
      }
    } catch (BadCaseFile e) {
      throw new BadInput(BadInput.sentence(e));
    } finally {
      work.end();
    }
  }

  private Version version() {
    for (Version version : Version.values()) {
      if (version.word().equals(whom)) {
        return version;
      }
    }
    throw new BadInput(
        "A case file is for prosecution or defence, not for %s. Maybe omit --for.".formatted(whom));
  }
}
