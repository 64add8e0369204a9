/** Pages of follow-up. */
@NullMarked
package org.passerelle.protect.followup.web;

import org.jspecify.annotations.NullMarked;
