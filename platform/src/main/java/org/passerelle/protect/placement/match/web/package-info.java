/** Pages of requests and matching. */
@NullMarked
package org.passerelle.protect.placement.match.web;

import org.jspecify.annotations.NullMarked;
