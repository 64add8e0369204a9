-- asked before each message leaves
create index erasure_case_case on erasure_case (case_id);
