/** Tests of hand-overs to other countries. */
@NullMarked
package org.passerelle.protect.handover;

import org.jspecify.annotations.NullMarked;
