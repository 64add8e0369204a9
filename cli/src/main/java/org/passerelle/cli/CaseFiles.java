package org.passerelle.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The case file that a court receives: made of a folder, and checked. */
@Command(
    name = "case-file",
    description =
        "Makes a signed case file of a folder of exhibits, and says what departs from it.",
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
