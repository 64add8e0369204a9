package org.passerelle.protect.determination.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.determination.Determination;

/**
 * What panels found about a child.
 *
 * @param colleagues who may sit on a panel
 * @param names of colleagues by identifier
 * @param one the determination that is read, or none
 * @param files of the case, that may show a signed paper
 */
public record DeterminationsPage(
    Case file,
    List<Determination> all,
    List<Option> colleagues,
    Map<UUID, String> names,
    @Nullable Determination one,
    List<Option> files,
    SignedIn who,
    Filled form,
    CaseWords words) {
  public DeterminationsPage {
    all = List.copyOf(all);
    colleagues = List.copyOf(colleagues);
  }

  /** Where it stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/determinations";
  }

  /** Where one of them stands. */
  public String at(Determination determination) {
    return at() + "/" + determination.id();
  }

  /** Its colour. */
  public static String colour(Determination determination) {
    return switch (determination.state()) {
      case "made" -> determination.inFavour() ? "good" : "warn";
      case "proposed" -> "accent";
      default -> "";
    };
  }

  /** What a member is called. */
  public String name(Determination.Member member) {
    UUID user = member.user();
    return user == null ? member.person().name() : names.getOrDefault(user, "…");
  }

  /** Whether the reader can sign for a member: as themselves, or what somebody signed on paper. */
  public boolean mine(Determination.Member member) {
    UUID user = member.user();
    return !member.signed() && (user == null || user.equals(who.user()));
  }

  /** Whether the reader can say that they have seen the paper, too. */
  public boolean seconds(Determination.Member member) {
    return member.toConfirm() && !who.user().equals(member.signedBy());
  }

  /** A colleague. */
  public String colleague(UUID id) {
    return names.getOrDefault(id, "…");
  }

  /** The one that takes its place. */
  public Optional<Determination> next(Determination determination) {
    return all.stream().filter(d -> determination.id().equals(d.supersedes())).findFirst();
  }
}
