/**
 * Actions that need two persons: one makes a request, another of the same organisation decides.
 *
 * <p>A module declares each kind of action as a bean of {@link
 * org.passerelle.approval.TwoPersonAct}. Where the action is requested, it calls {@link
 * org.passerelle.approval.Approvals#request} instead of acting; once somebody else has approved,
 * {@link org.passerelle.approval.TwoPersonAct#carryOut(org.passerelle.approval.ApprovalRequest,
 * org.passerelle.access.SignedIn)} runs in the transaction of the approval. The page {@code
 * /house/approvals} and the first page need nothing more than {@link
 * org.passerelle.approval.TwoPersonAct#shown}.
 *
 * <p>An export of more than {@link org.passerelle.approval.ManyPersons#LIMIT} persons looks like
 * this:
 *
 * <pre>{@code
 * @Component
 * class LargeExport implements TwoPersonAct {
 *   public String kind() { return ManyPersons.EXPORT; }
 *   public boolean demanded() { return true; }              // nobody can switch it off
 *   public Set<Role> deciders() { return ManyPersons.DECIDERS; }
 *   public Shown shown(ApprovalRequest request, Page page) { … }  // the sentence for the decider
 *   public void carryOut(ApprovalRequest request, SignedIn decidedBy) { … } // makes the file
 * }
 *
 * // in the service of the export
 * if (ManyPersons.needTwo(count)) {
 *   approvals.request(ManyPersons.EXPORT,
 *       new ActSubject("export", exportId, who.organisation(), who.organisation()),
 *       Map.of("persons", "51", "view", viewId.toString()), who);
 * }
 * }</pre>
 *
 * <p>{@link org.passerelle.approval.Approvals#asker} returns the requester with their current
 * permissions, so that the act is done with their rights and not with the decider's.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "pages", "refusal", "storage"})
@NullMarked
package org.passerelle.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
