/**
 * News: what others changed in sent or received referrals, and who has seen it; used by the Today
 * page, the lists and the case alike.
 */
@NamedInterface("news")
@NullMarked
package org.passerelle.protect.sharing.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
