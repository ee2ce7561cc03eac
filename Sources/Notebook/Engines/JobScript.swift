/// The shell script of every job of a submission; `sbatch` gives it the number of the first task and the number of
/// tasks of an element.
struct JobScript {
  let text: String

  init(_ submission: Submission) {
    text = #"""
      #!/bin/sh
      # One element of a job array: tasks FIRST + COUNT * element and on of a plan. Usage: job.sh FIRST COUNT
      # When the time of the job ends soon (USR1) the task saves its state and the job goes back to the queue. A task
      # that a signal killed is started again, twice at most.
      export KADANOFF_ROOT=\#(submission.study.checkout.root.path.shellWord)
      export KADANOFF_LOG=\#(submission.run.logs.path.shellWord)/$SLURM_JOB_NAME-${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID.log
      out_of_time= stopped= signalled=
      trap 'out_of_time=yes signalled=yes; kill -USR1 $task 2>/dev/null' USR1
      trap 'stopped=yes signalled=yes; kill -TERM $task 2>/dev/null' TERM
      for attempt in 1 2 3; do
        \#(submission.taskCommand) --index $(($1 + $2 * SLURM_ARRAY_TASK_ID)) --count $2 &
        task=$! code=
        while :; do
          signalled=
          wait $task; now=$?
          # 127: a shell may have forgotten a task that it has waited for.
          [ $now = 127 ] && [ -n "$code" ] || code=$now
          # A signal to this shell ends the wait before the task has ended.
          [ -n "$signalled" ] || break
        done
        [ $code -gt 128 ] && [ -z "$out_of_time$stopped" ] || break
      done
      if [ -n "$out_of_time" ] && [ $code = 75 ]; then
        trap - USR1 TERM
        # The controller may be away for a moment.
        for attempt in 1 2 3 4 5; do
          scontrol requeue "$SLURM_JOB_ID" && exec sleep 60
          sleep 10
        done
      fi
      # What could not even start leaves no other word; 1 is a report whose checks failed, 75 a task that goes on later.
      case $code in 0 | 1 | 75) ;; *) echo "\#(JobLog.ending) $code" >&2 ;; esac
      exit $code

      """#
  }
}
