package org.passerelle.protect.casework.determination.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.determination.Determination;

/**
 * View of the determinations about a child.
 *
 * @param colleagues possible internal members of a panel
 * @param names names of colleagues by identifier
 * @param one the determination shown, or null
 * @param files files of the case that may be a signed document
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

  public String at() {
    return "/protect/cases/" + file.id() + "/determinations";
  }

  /** URL of a determination. */
  public String at(Determination determination) {
    return at() + "/" + determination.id();
  }

  /** Badge colour of its status. */
  public static String colour(Determination determination) {
    return switch (determination.state()) {
      case "made" -> determination.inFavour() ? "good" : "warn";
      case "proposed" -> "accent";
      default -> "";
    };
  }

  /** Name of a member. */
  public String name(Determination.Member member) {
    UUID user = member.user();
    return user == null ? member.person().name() : names.getOrDefault(user, "…");
  }

  /**
   * Whether the reader can sign for a member: as themselves, or by entering an external signature.
   */
  public boolean mine(Determination.Member member) {
    UUID user = member.user();
    return !member.signed() && (user == null || user.equals(who.user()));
  }

  /** Whether the reader can confirm having seen the document. */
  public boolean seconds(Determination.Member member) {
    return member.toConfirm() && !who.user().equals(member.signedBy());
  }

  public String colleague(UUID id) {
    return names.getOrDefault(id, "…");
  }

  /** The determination that replaced it. */
  public Optional<Determination> next(Determination determination) {
    return all.stream().filter(d -> determination.id().equals(d.supersedes())).findFirst();
  }
}
