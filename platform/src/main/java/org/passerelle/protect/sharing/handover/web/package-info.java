/** Pages for hand-overs to other countries and for deputies of focal points. */
@NullMarked
package org.passerelle.protect.sharing.handover.web;

import org.jspecify.annotations.NullMarked;
