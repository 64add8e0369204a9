/**
 * News: what others changed in sent or received referrals, and who has seen it; used by the Today
 * page, the lists and the case alike.
 */
@NullMarked
package org.passerelle.protect.sharing.news;

import org.jspecify.annotations.NullMarked;
