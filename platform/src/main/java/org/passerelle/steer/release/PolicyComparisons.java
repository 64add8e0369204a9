package org.passerelle.steer.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.passerelle.work.Watch;
import org.passerelle.work.WorkFile;
import org.springframework.stereotype.Component;

/**
 * Compares policies in the background. The result is a file of the work, for its user and for a
 * day: what is chosen is computed again, since cases may have been entered meanwhile.
 */
@Component
public class PolicyComparisons {
  /** The kind of background work. */
  public static final String WORK = "release.compare";

  private static final String FILE = "policies.json";
  private static final int FEWEST = 2;
  private static final int MOST = 3;
  private static final int HUNDREDTHS = 100;
  private final FigureProposals proposals;
  private final BackgroundWork work;

  PolicyComparisons(FigureProposals proposals, BackgroundWork work) {
    this.proposals = proposals;
    this.work = work;
  }

  /**
   * Starts a comparison.
   *
   * @return identifier of the background work
   * @throws Refused unless two or three policies and at least one table are chosen
   */
  public UUID start(Period period, Set<String> tables, Set<ReleasePolicy> policies, SignedIn who) {
    if (tables.isEmpty()) {
      throw new Refused("release.refused.none");
    }
    if (policies.size() < FEWEST || policies.size() > MOST) {
      throw new Refused("release.refused.policies");
    }
    List<ReleasePolicy> chosen = ReleasePolicy.all().stream().filter(policies::contains).toList();
    Set<String> asked = new LinkedHashSet<>(tables);
    return work.start(
        Order.forADay(WORK, at(period)), progress -> run(period, asked, chosen, progress), who);
  }

  private static String at(Period period) {
    return "/steer/releases/" + period.id();
  }

  private void run(
      Period period, Set<String> tables, List<ReleasePolicy> policies, Progress progress)
      throws IOException {
    Watch watch = new Watch(progress);
    Function<ReleasePolicy, FigureProposals.Weighed> under = proposals.under(period, tables);
    PolicyComparison compared =
        watch.over(
            () -> {
              List<PolicyComparison.Column> columns = new ArrayList<>();
              for (ReleasePolicy policy : policies) {
                watch.at((double) HUNDREDTHS * columns.size() / policies.size());
                columns.add(PolicyComparison.column(policy, under.apply(policy)));
              }
              return new PolicyComparison(period.id(), List.copyOf(tables), columns);
            });
    try (OutputStream out = progress.file(FILE, "application/json")) {
      out.write(compared.json());
    }
    progress.leadTo(at(period) + "/compared/" + progress.work());
  }

  /**
   * A finished comparison.
   *
   * @throws NotFound if it is another user's, has not ended well, or has expired
   */
  public PolicyComparison find(UUID id, SignedIn who) {
    if (!work.find(id, who).kind().equals(WORK)) {
      throw new NotFound();
    }
    WorkFile file =
        work.files(id, who).stream()
            .filter(one -> one.name().equals(FILE))
            .findFirst()
            .orElseThrow(NotFound::new);
    try (InputStream in = work.open(id, file.id(), who)) {
      return PolicyComparison.read(in.readAllBytes());
    } catch (IOException e) {
      throw new NotFound();
    }
  }
}
