package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
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

/** Makes a signed container of a folder of exhibits. */
@Command(
    name = "build",
    description = {
      "Makes a signed case file (ASiC-E) of a folder: every file in it is an exhibit.",
      "case.json in the folder says what they are, custody.jsonl and certificates.pem who held"
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
      description = "File to write; none but its owner can read it.")
  Path out = Path.of("");

  @Mixin SignatoryOptions signatory = new SignatoryOptions();

  @Option(
      names = "--for",
      paramLabel = "WHOM",
      defaultValue = "prosecution",
      description =
          "prosecution (everything) or defence (what is disclosed to both; of the rest number,"
              + " digests and reason); prosecution unless told.")
  String whom = "prosecution";

  @Override
  public Integer call() throws IOException {
    Quiet.please();
    OutFile.check(out);
    if (out.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
      throw new BadInput(
          "%s lies within the folder of the exhibits. Maybe name another place with --out."
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
      // a password is asked for before anybody waits for copies to be redacted
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
        "A case file is for prosecution or defence, not for %s. Maybe leave --for out."
            .formatted(whom));
  }
}
