package org.passerelle.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Commands for the case file that a court receives: build and verify. */
@Command(
    name = "case-file",
    description =
        "Creates a signed case file from a folder of exhibits, and reports what departs from it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {BuildCaseFile.class, VerifyCaseFile.class, CommandLine.HelpCommand.class})
final class CaseFiles implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
