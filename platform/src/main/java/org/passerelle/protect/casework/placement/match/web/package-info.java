/** Pages of requests and matching. */
@NullMarked
package org.passerelle.protect.casework.placement.match.web;

import org.jspecify.annotations.NullMarked;
